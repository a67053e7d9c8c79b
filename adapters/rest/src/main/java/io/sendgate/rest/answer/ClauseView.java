package io.sendgate.rest.answer;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.sendgate.decision.ClauseRef;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Optional;

/// A clause as an answer cites it; a clause of law says where it can be read.
public record ClauseView(
        String source,
        String version,
        String id,
        String summary,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String citation,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate readAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String grade) {

    /// The view of a clause.
    public static ClauseView of(ClauseRef clause) {
        Optional<ClauseRef.Authority> authority = clause.authority();
        return new ClauseView(
                clause.source(),
                clause.version(),
                clause.id(),
                clause.summary(),
                authority.map(ClauseRef.Authority::citation).orElse(null),
                authority.map(ClauseRef.Authority::readAt).orElse(null),
                authority.map(ClauseRef.Authority::grade).orElse(null));
    }
}
