package io.sendgate.accountstanding.cases;

import io.sendgate.contact.Term;

/// What a case came from.
enum CaseOrigin implements Term {
    /// Somebody reported it.
    REPORT,
    /// The operator opened it.
    OPERATOR,
    /// A message at the gate that a person must look at.
    REVIEW,
    /// A hand-made message to somebody who had opted out.
    MANUAL,
    /// A recipient complained.
    COMPLAINT,
    /// Too many opt-outs.
    OPT_OUT_RATE,
    /// Too many complaints.
    COMPLAINT_RATE,
    /// Too many messages without consent.
    NO_CONSENT,
    /// Several accounts that are one business.
    SHARED_IDENTITY,
    /// The same text to many people, undeclared.
    MASS_MARKETING
}
