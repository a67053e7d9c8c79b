package io.sendgate.publishing;

import io.sendgate.language.IntentClassifier;
import io.sendgate.policy.Policy;
import io.sendgate.policy.PolicySet;
import io.sendgate.policy.ReplyKeywords;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Whether a version contradicts itself, the documents beside it, or its own texts: pure and total.
///
/// @param replyParts what each kind of reply must hold: a place in braces, or an intent by its
///     term
/// @param lists the lists by which replies are understood
public record Contradictions(Map<String, List<String>> replyParts, IntentClassifier lists) {

    /// Copies the map, so that it never changes.
    public Contradictions {
        replyParts = Map.copyOf(replyParts);
    }

    /// What contradicts what; empty where nothing does.
    ///
    /// @param together the sets of documents in which the version will usually stand
    public List<Finding> findings(Policy policy, List<PolicySet> together) {
        return Stream.of(
                        RulePairs.findings(policy),
                        together.stream()
                                .flatMap(set -> SendWindows.findings(policy, set).stream())
                                .toList(),
                        Wordings.findings(policy, replyParts, heard(policy)))
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    private HeardWords heard(Policy policy) {
        return new HeardWords(new ReplyKeywords(policy, policy), lists);
    }
}
