package io.sendgate.account;

import io.sendgate.contact.Term;

/// The kind of number or name a message comes from.
public enum SenderType implements Term {
    LONG_CODE,
    TOLL_FREE,
    SHORT_CODE,
    ALPHANUMERIC,
    WHATSAPP
}
