package io.sendgate.rest.dto;

import com.fasterxml.jackson.databind.JsonNode;

import io.sendgate.account.AccountId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Optional;

/// The body of `POST /policies/{id}/replay`.
///
/// @param from the first instant, inclusive
/// @param to the last instant, exclusive
/// @param candidate the version to decide under: the name of a published one, or a whole document
/// @param after the next of an earlier answer
public record ReplayDto(
        Instant from,
        Instant to,
        @Nullable String account,
        JsonNode candidate,
        @Nullable String after) {

    /// The account whose decisions are replayed; empty for every account.
    public Optional<AccountId> accountId() {
        return Optional.ofNullable(account).map(AccountId::new);
    }
}
