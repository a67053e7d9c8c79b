package io.sendgate.decision;

import io.sendgate.contact.Term;

/// What a decision says, weakest first: deny beats review beats defer beats allow.
public enum Outcome implements Term {
    ALLOW,
    DEFER,
    REVIEW,
    DENY;

    /// The stronger of two.
    public Outcome stronger(Outcome other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
