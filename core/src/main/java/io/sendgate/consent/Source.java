package io.sendgate.consent;

import io.sendgate.contact.Term;

/// Where a number came from.
public enum Source implements Term {
    OWN_CUSTOMER,
    REFERRAL,
    PURCHASED,
    RENTED,
    SCRAPED,
    BROKER,
    UNKNOWN
}
