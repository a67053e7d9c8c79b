package io.sendgate.account;

import io.sendgate.contact.Term;

/// Whether decisions bind.
public enum Mode implements Term {
    /// Decisions bind.
    ENFORCE,
    /// The answer is allow and says what would have been decided, except for opt-outs, blocks and
    /// bans.
    SHADOW
}
