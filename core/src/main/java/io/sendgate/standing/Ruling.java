package io.sendgate.standing;

/// Whether something may become a step of the history.
public sealed interface Ruling {

    /// It may: append the step to the history and apply it.
    record Accepted(Step step) implements Ruling {}

    /// It may not; nothing changes.
    record Refused(Refusal refusal) implements Ruling {}
}
