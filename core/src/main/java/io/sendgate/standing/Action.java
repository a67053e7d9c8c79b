package io.sendgate.standing;

import io.sendgate.contact.Term;

/// What an operator can do in a case.
public enum Action implements Term {
    /// Asks the account to mend a fault; everything may still be sent.
    WARN,
    /// Takes some classes of messages away.
    RESTRICT,
    /// Takes every message away, for a time or until it is lifted.
    SUSPEND,
    /// Ends the account; only a granted appeal undoes it.
    TERMINATE,
    /// Holds messages back while a case is looked into; no finding, so no strike.
    HOLD,
    /// Undoes what the case has done to the account.
    LIFT,
    /// Closes the case without a finding; its holds end with it.
    DISMISS,
    /// Passes the case on to the authorities.
    REFER,
    /// Protects a recipient from the account, or from every account.
    BLOCK,
    /// Lets a message go that was under review, and its very text from then on.
    APPROVE,
    /// Lets a message not go that was under review.
    REFUSE;

    /// Whether only a policy's ladder can allow it: it takes something from the account, or leaves
    /// the platform.
    boolean needsRung() {
        return switch (this) {
            case WARN, RESTRICT, SUSPEND, TERMINATE, HOLD, REFER -> true;
            case LIFT, DISMISS, BLOCK, APPROVE, REFUSE -> false;
        };
    }

    /// Whether a case is decided once this was done in it.
    boolean decides() {
        return switch (this) {
            case WARN, RESTRICT, SUSPEND, TERMINATE, DISMISS, BLOCK, APPROVE, REFUSE -> true;
            case HOLD, LIFT, REFER -> false;
        };
    }
}
