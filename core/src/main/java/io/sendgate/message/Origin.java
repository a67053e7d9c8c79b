package io.sendgate.message;

import io.sendgate.contact.Term;

/// What made the message.
public enum Origin implements Term {
    /// A person typed it.
    MANUAL,
    /// A sequence or a trigger sent it.
    AUTOMATED,
    /// A program asked over the API.
    API,
    /// A chatbot wrote it.
    CHATBOT
}
