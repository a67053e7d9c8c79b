package io.sendgate.policy;

import io.sendgate.decision.ClauseRef;

import java.util.List;
import java.util.Optional;

/// A clause of a document, with our own sentence for it and how it is enforced.
///
/// @param enforced one or more mechanisms, or `not-yet`
/// @param note how a clause without a rule is kept
public record Clause(
        String id,
        String summary,
        List<String> enforced,
        Optional<String> note,
        Optional<ClauseRef.Authority> authority) {

    /// Copies the list, so that a clause never changes.
    public Clause {
        enforced = List.copyOf(enforced);
    }
}
