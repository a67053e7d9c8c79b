package io.sendgate.language;

import io.sendgate.consent.Intent;

import java.util.List;

/// One rule of a list: word patterns that mean the same.
///
/// The intent `none` with the confidence `certain` is a shield: what it matches is another sense,
/// and no rule that overlaps it counts. `none` and `doubtful` has a person look.
///
/// @param patterns in the notation of [TokenPattern]
public record PhraseRule(String id, Intent intent, Confidence confidence, List<String> patterns) {

    /// Copies the list, so that a rule never changes.
    public PhraseRule {
        patterns = List.copyOf(patterns);
    }

    boolean isShield() {
        return intent == Intent.NONE && confidence == Confidence.CERTAIN;
    }
}
