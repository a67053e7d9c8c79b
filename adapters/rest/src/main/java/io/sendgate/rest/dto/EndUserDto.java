package io.sendgate.rest.dto;

import org.jspecify.annotations.Nullable;

/// The body of `PUT /end-users/{id}`.
///
/// @param state `blocked` or `active`
public record EndUserDto(String state, @Nullable String reason) {

    /// Whether the end user may not send.
    public boolean isBlocked() {
        return state.equals("blocked");
    }
}
