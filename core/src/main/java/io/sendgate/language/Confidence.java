package io.sendgate.language;

import io.sendgate.contact.Term;

/// How surely a message was understood, surest first.
public enum Confidence implements Term {
    /// A keyword or a phrase that says it outright; it is acted on.
    CERTAIN,
    /// Misspelt, or meant by any reasonable reading; it is acted on.
    PROBABLE,
    /// It may mean it; marketing waits until a person has looked.
    DOUBTFUL
}
