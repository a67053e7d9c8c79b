package io.sendgate.consent;

import io.sendgate.contact.Term;

/// How strong a consent is, weakest first.
public enum Tier implements Term {
    /// From the person's own act: they wrote first, or gave their number.
    IMPLIED,
    /// Said in so many words.
    EXPRESS,
    /// Said in writing, after a clear disclosure.
    EXPRESS_WRITTEN;

    /// Whether this is at least as strong as `least`.
    public boolean satisfies(Tier least) {
        return compareTo(least) >= 0;
    }
}
