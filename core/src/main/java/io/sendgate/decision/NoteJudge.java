package io.sendgate.decision;

import io.sendgate.policy.Content;
import io.sendgate.policy.Policy;
import io.sendgate.policy.PolicySet;
import io.sendgate.policy.Rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Judges what an account wants to write down about a recipient: pure and total.
public final class NoteJudge {

    private NoteJudge() {}

    /// Why one of these texts may not be kept; empty where all may.
    ///
    /// @param texts free texts: a relationship's type and reference, a reference's name, a note
    /// @param names the account's names, which never count as anything else
    public static List<Reason> judge(List<String> texts, List<String> names, PolicySet policies) {
        List<Reason> reasons = new ArrayList<>();
        for (String text : texts) {
            Wording wording = new Wording(text, names);
            policies.documents()
                    .forEach(
                            document ->
                                    document.rules().stream()
                                            .filter(Rule.Text.class::isInstance)
                                            .map(Rule.Text.class::cast)
                                            .filter(rule -> rule.places().contains(Rule.Place.NOTE))
                                            .flatMap(
                                                    rule -> judge(rule, wording, document).stream())
                                            .forEach(reasons::add));
        }
        return List.copyOf(reasons);
    }

    private static Optional<Reason> judge(Rule.Text rule, Wording wording, Policy document) {
        Rule.Head head = rule.head();
        return find(rule.content(), wording, document)
                .map(
                        found ->
                                new Reason(
                                        head.code(),
                                        head.effect().outcome(),
                                        Optional.empty(),
                                        document.clause(head.clause()),
                                        found.facts(),
                                        found.fix()));
    }

    /// Only what does not depend on who sends can be looked for in a note.
    private static Optional<TextJudge.Sighting> find(
            Content content, Wording wording, Policy document) {
        return switch (content) {
            case Content.Mentions mentions ->
                    wording.find(mentions, document).map(TextJudge.Sighting::of);
            case Content.Detected detected -> TextJudge.detected(detected, wording.text());
            case Content.BusinessName it -> Optional.empty();
            case Content.Disclosure it -> Optional.empty();
            case Content.OpeningName it -> Optional.empty();
            case Content.SenderLookalike it -> Optional.empty();
        };
    }
}
