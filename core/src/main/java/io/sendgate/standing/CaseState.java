package io.sendgate.standing;

import io.sendgate.contact.Term;

import java.util.List;

/// How far a case has come.
public enum CaseState implements Term {
    /// Nothing was decided in it yet.
    OPEN,
    /// An appeal against what was done waits for its answer.
    APPEALED,
    /// It was decided; what was done can still be lifted or made worse.
    CLOSED;

    /// The state of a case in which these actions were taken.
    public static CaseState after(List<Action> actions) {
        return actions.stream().anyMatch(Action::decides) ? CLOSED : OPEN;
    }
}
