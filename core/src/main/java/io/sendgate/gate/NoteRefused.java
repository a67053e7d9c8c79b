package io.sendgate.gate;

import io.sendgate.decision.Reason;

import java.util.List;

/// What an account wants to write down about a recipient may not be kept.
public final class NoteRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Reason> reasons;

    /// Carries the reasons, at least one.
    public NoteRefused(List<Reason> reasons) {
        super("the note holds what may not be kept");
        this.reasons = List.copyOf(reasons);
    }

    /// Why, by the clauses of the documents in force.
    public List<Reason> reasons() {
        return reasons;
    }
}
