package io.sendgate.rest.dto;

import io.sendgate.consent.Scope;
import io.sendgate.contact.Channel;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// The body of `POST /opt-outs`, and of each item of a batch.
public record OptOutDto(
        String recipient,
        @Nullable Channel channel,
        Scope scope,
        String via,
        @Nullable Instant at,
        @Nullable String note) {

    /// When the person said so: an opt-out is never refused for its time, one from the future is
    /// now.
    public Instant effectiveAt(Instant now) {
        return at == null || at.isAfter(now) ? now : at;
    }

    /// Whether `at` was given, so that it orders the opt-out among what the person did.
    public boolean isTimed() {
        return at != null;
    }

    @Override
    public String toString() {
        return "OptOutDto[" + scope.term() + " via " + via + "]";
    }
}
