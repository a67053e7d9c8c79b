package io.sendgate.standing;

import java.time.Instant;

/// An account's word against an action.
///
/// @param id its id, `app_…`
/// @param action the id of the action
/// @param dueAt when it is to be answered
/// @param isRefused whether it was answered and refused; a granted one is not kept, nor is its
///     action
public record Appeal(String id, String action, Instant openedAt, Instant dueAt, boolean isRefused) {

    /// This appeal, refused.
    Appeal refused() {
        return new Appeal(id, action, openedAt, dueAt, true);
    }

    /// Whether it still waits for an answer that is due.
    public boolean isOverdue(Instant now) {
        return !isRefused && !now.isBefore(dueAt);
    }
}
