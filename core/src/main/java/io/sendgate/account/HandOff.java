package io.sendgate.account;

import io.sendgate.contact.Term;

/// When an allowed message counts as sent.
public enum HandOff implements Term {
    /// An allow is the send.
    DIRECT,
    /// Only a redeemed allow is handed over; one not redeemed in time gives its place back.
    REDEEM
}
