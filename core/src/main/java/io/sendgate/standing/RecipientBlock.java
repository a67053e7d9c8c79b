package io.sendgate.standing;

import io.sendgate.contact.RecipientTag;
import io.sendgate.contact.Term;

import java.time.Instant;

/// A recipient whom an account, or nobody, may write to.
public record RecipientBlock(Order order, RecipientTag recipient, Reach reach) implements Measure {

    /// Out of whose reach a recipient is put.
    public enum Reach implements Term {
        /// The account's family.
        ACCOUNT,
        /// Every account's.
        PLATFORM
    }

    @Override
    public boolean standsAt(Instant instant) {
        return true;
    }

    @Override
    public boolean canBeLifted() {
        return true;
    }
}
