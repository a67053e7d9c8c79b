package io.sendgate.rest.dto;

import io.sendgate.account.AccountId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Optional;

/// The body of `POST /policies/{id}/replay`.
///
/// @param from the first instant, inclusive
/// @param to the last instant, exclusive
/// @param candidate the version to decide under
public record ReplayDto(Instant from, Instant to, @Nullable String account, String candidate) {

    /// The account whose decisions are replayed; empty for every account.
    public Optional<AccountId> accountId() {
        return Optional.ofNullable(account).map(AccountId::new);
    }
}
