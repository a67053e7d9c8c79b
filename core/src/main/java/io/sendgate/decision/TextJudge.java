package io.sendgate.decision;

import io.sendgate.policy.Content;
import io.sendgate.policy.Detector;
import io.sendgate.policy.Policy;
import io.sendgate.policy.Rule;
import io.sendgate.policy.TextNormalizer;

import java.util.Map;
import java.util.Optional;

/// Judges what a message's text must, or must not, contain.
///
/// A template without a body is not looked into: its text was approved elsewhere.
final class TextJudge {

    private TextJudge() {}

    static Verdict judge(Rule.Text rule, Situation situation) {
        if (!rule.places().contains(Rule.Place.BODY) || isUnread(rule, situation)) {
            return Verdict.CONTENT;
        }
        Optional<Sighting> sighting = find(rule.content(), situation);
        if (rule.must()) {
            return sighting.isPresent() ? Verdict.CONTENT : missing(rule, situation);
        }
        return sighting.map(found -> unwanted(rule, found, situation)).orElse(Verdict.CONTENT);
    }

    /// A template without a body is not read; a sender's name always is.
    private static boolean isUnread(Rule.Text rule, Situation situation) {
        boolean bare =
                situation.request().body().isEmpty() && situation.request().template().isPresent();
        return bare && !(rule.content() instanceof Content.SenderLookalike);
    }

    /// What was found, as facts, and what taking out of the text would help.
    record Sighting(Map<String, Object> facts, Fix fix) {

        static Sighting of(Wording.Found found) {
            return new Sighting(found.facts(), new Fix.RemoveText(found.span()));
        }
    }

    private static Optional<Sighting> find(Content content, Situation situation) {
        Policy document = situation.document();
        Wording wording = situation.wording();
        return switch (content) {
            case Content.Mentions mentions -> wording.find(mentions, document).map(Sighting::of);
            case Content.BusinessName it -> wording.name().map(TextJudge::named);
            case Content.Disclosure it -> disclosure(it, situation);
            case Content.Detected detected -> detected(detected, wording.text());
            case Content.OpeningName opening ->
                    OpeningNames.find(opening, wording, document).map(Sighting::of);
            case Content.SenderLookalike it -> Lookalike.find(it, situation);
        };
    }

    private static Sighting named(String name) {
        return new Sighting(Map.of("name", name), new Fix.None());
    }

    private static Optional<Sighting> disclosure(Content.Disclosure wanted, Situation situation) {
        String words = " " + situation.wording().words().text() + " ";
        return situation
                .profile()
                .chatbot()
                .flatMap(chatbot -> chatbot.disclosure())
                .map(TextNormalizer::normalize)
                .filter(own -> !own.isEmpty() && words.contains(" " + own + " "))
                .or(
                        () ->
                                situation
                                        .wording()
                                        .hits(wanted.list(), situation.document())
                                        .stream()
                                        .map(hit -> hit.term())
                                        .findFirst())
                .map(TextJudge::named);
    }

    /// The first thing that one of the detectors finds.
    static Optional<Sighting> detected(Content.Detected detected, String text) {
        return detected.detectors().stream()
                .flatMap(
                        detector ->
                                detector
                                        .find(text)
                                        .map(span -> sighting(detector, span, text))
                                        .stream())
                .findFirst();
    }

    private static Sighting sighting(Detector detector, Detector.Span span, String text) {
        String found = text.substring(span.from(), span.to());
        String shown = detector.isSecret() ? masked(found) : found;
        return new Sighting(
                Map.of(
                        "kind",
                        detector.term(),
                        "span",
                        shown,
                        "from",
                        span.from(),
                        "to",
                        span.to()),
                new Fix.RemoveText(shown));
    }

    /// All but the last four characters hidden: a reason is kept, and must not keep the secret.
    private static String masked(String secret) {
        int shown = secret.length() - 4;
        StringBuilder masked = new StringBuilder(secret);
        for (int at = 0; at < shown; at++) {
            if (Character.isLetterOrDigit(secret.charAt(at))) {
                masked.setCharAt(at, '•');
            }
        }
        return masked.toString();
    }

    private static Verdict missing(Rule.Text rule, Situation situation) {
        String wanted = wanted(rule, situation);
        return Verdict.fails(
                situation.reason(rule.head(), Map.of("missing", wanted), new Fix.AddText(wanted)));
    }

    private static String wanted(Rule.Text rule, Situation situation) {
        Optional<String> own =
                switch (rule.content()) {
                    case Content.BusinessName it -> Optional.of(situation.profile().businessName());
                    case Content.Disclosure it ->
                            situation.profile().chatbot().flatMap(chatbot -> chatbot.disclosure());
                    case Content.Mentions it -> Optional.empty();
                    case Content.Detected it -> Optional.empty();
                    case Content.OpeningName it -> Optional.empty();
                    case Content.SenderLookalike it -> Optional.empty();
                };
        return own.or(rule::suggestion).orElse(rule.head().id());
    }

    private static Verdict unwanted(Rule.Text rule, Sighting found, Situation situation) {
        return Verdict.fails(situation.reason(rule.head(), found.facts(), found.fix()));
    }
}
