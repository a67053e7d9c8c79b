package io.sendgate.rest.dto;

import io.sendgate.rest.problem.Violation;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The body of `POST /appeals`. What is missing is no malformed body but a refusal, 422.
public record AppealDto(
        @Nullable String action,
        @Nullable String accountEmail,
        @Nullable String description,
        @Nullable String explanation) {

    /// What it lacks; empty where it is complete.
    public List<Violation> missing() {
        return Stream.of(
                        Map.entry("/action", orBlank(action)),
                        Map.entry("/accountEmail", orBlank(accountEmail)),
                        Map.entry("/description", orBlank(description)),
                        Map.entry("/explanation", orBlank(explanation)))
                .filter(member -> member.getValue().isBlank())
                .map(member -> new Violation(member.getKey(), "is missing"))
                .toList();
    }

    private static String orBlank(@Nullable String text) {
        return text == null ? "" : text;
    }
}
