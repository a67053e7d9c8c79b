package io.sendgate.rest.dto;

import io.sendgate.message.MessageClass;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// The body of `POST /cases/{id}/actions`.
///
/// @param action `warn`, `restrict`, `suspend`, `terminate`, `hold`, `lift`, `dismiss`, `refer`,
///     `block`, `approve` or `refuse`
/// @param recipient whom to block, as a number
/// @param across `account` or `platform`
/// @param endUser the account's own user whom alone it is about
/// @param target the one action that a lift undoes
public record ActionDto(
        String action,
        @Nullable List<MessageClass> scope,
        @Nullable Instant until,
        String reason,
        String clause,
        String by,
        @Nullable String recipient,
        @Nullable String across,
        @Nullable String endUser,
        @Nullable String target) {

    /// Whether a block holds for every account.
    public boolean isPlatformWide() {
        return "platform".equals(across);
    }

    @Override
    public String toString() {
        return "ActionDto[" + action + "]";
    }
}
