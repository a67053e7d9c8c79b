package io.sendgate.standing;

import io.sendgate.message.MessageClass;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// Something taken from an account.
///
/// @param action `WARN`, `RESTRICT`, `SUSPEND`, `TERMINATE` or `HOLD`
/// @param scope the classes of messages it covers; empty for all
/// @param until the first instant at which it holds no longer; empty until it is undone
/// @param endUser the account's own user whom alone it is about
/// @param forfeitsFees whether the account loses the fees it has paid ahead
public record Restraint(
        Order order,
        Action action,
        Set<MessageClass> scope,
        Optional<Instant> until,
        Optional<String> endUser,
        boolean forfeitsFees)
        implements Measure {

    /// The actions that can take something from an account.
    static final Set<Action> KINDS =
            Set.of(Action.WARN, Action.RESTRICT, Action.SUSPEND, Action.TERMINATE, Action.HOLD);

    /// Copies the set, so that a restraint never changes.
    public Restraint {
        scope = Set.copyOf(scope);
    }

    @Override
    public boolean standsAt(Instant instant) {
        return until.map(instant::isBefore).orElse(true);
    }

    @Override
    public boolean canBeLifted() {
        return action != Action.TERMINATE;
    }

    /// Whether it forbids a message of that class; a warning forbids nothing.
    ///
    /// @param sender the account's own user who sends, where the request names one
    public boolean bars(MessageClass messageClass, Optional<String> sender, Instant instant) {
        return action != Action.WARN && concerns(messageClass, sender) && standsAt(instant);
    }

    /// Whether it is about a message of that class and that sender at all.
    public boolean concerns(MessageClass messageClass, Optional<String> sender) {
        return (scope.isEmpty() || scope.contains(messageClass))
                && (endUser.isEmpty() || endUser.equals(sender));
    }

    /// What it brings the account to, or the end user whom alone it is about.
    public StandingLevel level() {
        return StandingLevel.of(this);
    }
}
