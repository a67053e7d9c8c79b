package io.sendgate.consent;

import io.sendgate.contact.Term;

/// What a message from a recipient asks for.
public enum Intent implements Term {
    OPT_OUT,
    OPT_IN,
    HELP,
    /// Confirms something that waits for a confirmation; creates nothing by itself.
    CONFIRM,
    NONE
}
