package io.sendgate.standing;

import java.util.Optional;

/// A finding against an account. It outlives the action that made it, and falls with a granted
/// appeal.
///
/// @param endUser the account's own user whose doing it was, where one is known
public record Strike(Order order, Action action, Optional<String> endUser) {

    /// The id of the action that made it.
    public String id() {
        return order.id();
    }
}
