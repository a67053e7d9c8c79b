package io.sendgate.rest.dto;

import io.sendgate.consent.Coverage;
import io.sendgate.contact.Channel;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// The body of `PUT /forms/{name}`.
public record FormDto(
        Channel channel,
        List<String> purposes,
        String disclosure,
        @Nullable String redirect,
        @Nullable List<String> allowedOrigins) {

    /// What a consent on this form is for, each once.
    public List<Coverage> coverage() {
        return Words.coverage(purposes);
    }

    /// The customer's own sites that may post to it.
    public List<String> origins() {
        return allowedOrigins == null ? List.of() : List.copyOf(allowedOrigins);
    }
}
