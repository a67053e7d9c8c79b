package io.sendgate.consent;

import io.sendgate.contact.Term;

/// How much an opt-out ends.
public enum Scope implements Term {
    /// Marketing only.
    MARKETING,
    /// Every message.
    ALL
}
