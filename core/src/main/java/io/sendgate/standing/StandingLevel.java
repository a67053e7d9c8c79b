package io.sendgate.standing;

import io.sendgate.contact.Term;

/// What an account's standing comes to in one word, from good to worst.
public enum StandingLevel implements Term {
    /// Nothing stands against it.
    ACTIVE,
    /// Asked to mend a fault; everything may be sent.
    WARNED,
    /// Some messages are held back while a case is looked into.
    UNDER_INVESTIGATION,
    /// Some messages are taken away.
    RESTRICTED,
    /// Nothing is sent; it reads, appeals and records opt-outs.
    SUSPENDED,
    /// As suspended, for good.
    TERMINATED;

    /// The worse of two levels.
    public StandingLevel worse(StandingLevel other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /// What a restraint on the whole account brings it to.
    static StandingLevel of(Restraint restraint) {
        return switch (restraint.action()) {
            case WARN -> WARNED;
            case HOLD -> UNDER_INVESTIGATION;
            case RESTRICT -> RESTRICTED;
            case SUSPEND -> SUSPENDED;
            case TERMINATE -> TERMINATED;
            case LIFT, DISMISS, REFER, BLOCK, APPROVE, REFUSE -> ACTIVE;
        };
    }
}
