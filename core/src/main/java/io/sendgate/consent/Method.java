package io.sendgate.consent;

import io.sendgate.contact.Term;

/// How a consent was given.
public enum Method implements Term {
    WEB_FORM,
    DIGITAL_FORM,
    PAPER_FORM,
    KEYWORD,
    VERBAL,
    CONVERSATION,
    IMPORT
}
