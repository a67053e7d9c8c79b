package io.sendgate.ledger;

import java.util.Locale;

/// The kind of thing that a public id names.
public enum IdPrefix {
    AUTH,
    CONS,
    CASE;

    /// The prefix as ids carry it, `auth_`.
    public String text() {
        return name().toLowerCase(Locale.ROOT) + "_";
    }
}
