package io.sendgate.wire.language;

import io.sendgate.language.Reading;

/// What a way of matching makes of a reply.
enum Verdict {
    /// It ends messages.
    OPT_OUT,
    /// Marketing waits until a person has looked.
    HELD,
    /// Nothing happens.
    IGNORED;

    static Verdict of(Reading reading) {
        if (reading.endsMessages()) {
            return OPT_OUT;
        }
        return reading.isSuspect() ? HELD : IGNORED;
    }
}
