package io.sendgate.consent;

import io.sendgate.contact.Term;

/// What a message from a recipient asks for.
public enum Intent implements Term {
    OPT_OUT,
    /// No more marketing, while other messages may go on.
    SCOPED_OPT_OUT,
    OPT_IN,
    HELP,
    /// Confirms something that waits for a confirmation; creates nothing by itself.
    CONFIRM,
    /// The number belongs to somebody else: no more messages, and no consent was theirs.
    WRONG_NUMBER,
    /// Something with the business is to be cancelled, not the messages.
    BUSINESS_CANCEL,
    /// Somebody may be in danger.
    EMERGENCY,
    NONE
}
