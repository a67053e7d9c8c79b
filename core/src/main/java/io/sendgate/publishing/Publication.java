package io.sendgate.publishing;

import io.sendgate.policy.Policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// A version of a policy that is about to be published.
///
/// @param policy the version
/// @param material whether it changes what accounts may do
/// @param at when it is published, in business time
/// @param lastUpdated the date of the version before it, where there is one that gives a date
/// @param promises what the version in force promises about it
public record Publication(
        Policy policy,
        boolean material,
        Instant at,
        Optional<LocalDate> lastUpdated,
        Promises promises) {

    /// The first instant at which it is in force: at once where the document names none.
    public Instant effectiveAt() {
        return policy.effectiveAt().orElse(at);
    }
}
