package io.sendgate.consent;

import io.sendgate.account.AccountId;

import java.time.Instant;

/// A consent that waits for the person's confirmation.
///
/// @param consent what takes effect when they confirm
/// @param until the first instant at which it has lapsed
public record PendingOptIn(Consent consent, Instant until) {

    /// The account it was captured for.
    public AccountId account() {
        return consent.account();
    }

    /// Whether it may still be confirmed.
    public boolean openAt(Instant instant) {
        return instant.isBefore(until);
    }
}
