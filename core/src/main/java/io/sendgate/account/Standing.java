package io.sendgate.account;

import io.sendgate.contact.Term;

/// What an account may still do.
public enum Standing implements Term {
    /// Everything.
    ACTIVE,
    /// Read, appeal and record opt-outs; nothing is sent.
    SUSPENDED,
    /// As suspended, for good.
    TERMINATED;

    /// The worse of two standings.
    public Standing worse(Standing other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
