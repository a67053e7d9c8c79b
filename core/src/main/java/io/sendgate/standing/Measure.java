package io.sendgate.standing;

import java.time.Instant;

/// The lasting effect of an action, until its end or its undoing.
public sealed interface Measure permits Restraint, RecipientBlock, Clearance, BarredText {

    /// By what and when it was taken.
    Order order();

    /// Whether it is in force at an instant: from its action on, its end excluded.
    boolean standsAt(Instant instant);

    /// Whether a lift can undo it; where not, only a granted appeal does.
    boolean canBeLifted();

    /// The id of the action that took it.
    default String id() {
        return order().id();
    }
}
