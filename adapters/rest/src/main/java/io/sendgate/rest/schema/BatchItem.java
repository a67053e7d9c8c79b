package io.sendgate.rest.schema;

import io.sendgate.rest.problem.Problem;

/// One item of a batch: fit to be worked on, or a problem in its own place.
public sealed interface BatchItem<T> {

    /// An item that fits its schema.
    record Fit<T>(Body<T> body) implements BatchItem<T> {}

    /// An item that does not; its pointers start at the whole body.
    record Malformed<T>(Problem problem) implements BatchItem<T> {}
}
