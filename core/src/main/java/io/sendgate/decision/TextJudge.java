package io.sendgate.decision;

import io.sendgate.policy.Lexicon;
import io.sendgate.policy.Rule;
import io.sendgate.policy.Rule.Content;
import io.sendgate.policy.TextNormalizer;
import java.util.Map;
import java.util.Optional;

/// Judges what a message's text must, or must not, contain.
///
/// A template without a body is not looked into: its text was approved elsewhere.
final class TextJudge {

    private TextJudge() {}

    static Verdict judge(Rule.Text rule, Situation situation) {
        if (situation.request().body().isEmpty() && situation.request().template().isPresent()) {
            return Verdict.CONTENT;
        }
        String body = situation.request().body().orElse("");
        Optional<Lexicon.Match> match = find(rule.content(), body, situation);
        if (rule.must()) {
            return match.isPresent() ? Verdict.CONTENT : missing(rule, situation);
        }
        return match.map(found -> unwanted(rule, found, situation)).orElse(Verdict.CONTENT);
    }

    private static Optional<Lexicon.Match> find(Content content, String body, Situation situation) {
        return switch (content) {
            case Content.Listed listed ->
                    Optional.ofNullable(situation.document().lexicons().get(listed.lexicon()))
                            .flatMap(lexicon -> lexicon.find(body));
            case Content.BusinessName name -> findName(body, situation);
        };
    }

    private static Optional<Lexicon.Match> findName(String body, Situation situation) {
        String words = " " + TextNormalizer.normalize(body) + " ";
        return situation.profile().names().stream()
                .filter(name -> words.contains(" " + TextNormalizer.normalize(name) + " "))
                .findFirst()
                .map(name -> new Lexicon.Match(name, name));
    }

    private static Verdict missing(Rule.Text rule, Situation situation) {
        String wanted =
                switch (rule.content()) {
                    case Content.BusinessName name -> situation.profile().businessName();
                    case Content.Listed listed -> rule.suggestion().orElse(listed.lexicon());
                };
        return Verdict.fails(
                situation.reason(rule.head(), Map.of("missing", wanted), new Fix.AddText(wanted)));
    }

    private static Verdict unwanted(Rule.Text rule, Lexicon.Match found, Situation situation) {
        return Verdict.fails(
                situation.reason(
                        rule.head(),
                        Map.of("term", found.term(), "span", found.span()),
                        new Fix.RemoveText(found.span())));
    }
}
