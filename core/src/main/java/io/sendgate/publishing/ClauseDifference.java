package io.sendgate.publishing;

import io.sendgate.decision.ClauseRef;

import java.util.List;

/// What another version of a document changes about one clause, over many decisions.
///
/// @param clause the clause, as the version that has it cites it
/// @param added decisions that fail it now and did not before
/// @param removed decisions that failed it before and do not now
/// @param changed decisions that fail it in another way: another reason, outcome or instant
/// @param examples the first of them by id
public record ClauseDifference(
        ClauseRef clause, long added, long removed, long changed, List<String> examples) {

    /// Copies the list, so that it never changes.
    public ClauseDifference {
        examples = List.copyOf(examples);
    }
}
