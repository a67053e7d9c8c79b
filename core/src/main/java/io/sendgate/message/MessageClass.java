package io.sendgate.message;

import io.sendgate.contact.Term;

/// The kind of message that rules speak of; every purpose falls into one.
public enum MessageClass implements Term {
    /// Promotes something.
    MARKETING,
    /// Informs about something the recipient asked for or takes part in.
    TRANSACTIONAL,
    /// Answers somebody who wrote first.
    CONVERSATIONAL,
    /// Keeps the messaging itself in order: confirmations, help. Needs no consent, fills no cap.
    SERVICE
}
