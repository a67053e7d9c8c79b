package io.sendgate.rest.dto;

import com.fasterxml.jackson.databind.JsonNode;

import io.sendgate.rest.problem.Violation;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// The body of `POST /reports`. A missing description is no malformed body but a refusal, 422.
///
/// @param evidence a text, or a list of texts
/// @param reporter a text, or an object with a name and the like
public record ReportDto(
        @Nullable String accountName,
        @Nullable String description,
        @Nullable JsonNode evidence,
        @Nullable JsonNode reporter,
        @Nullable String kind) {

    /// What it lacks; empty where it is complete.
    public List<Violation> missing() {
        return description == null || description.isBlank()
                ? List.of(new Violation("/description", "is missing"))
                : List.of();
    }

    @Override
    public String toString() {
        return "ReportDto[]";
    }
}
