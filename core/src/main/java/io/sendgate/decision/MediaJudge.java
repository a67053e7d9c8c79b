package io.sendgate.decision;

import io.sendgate.message.Media;
import io.sendgate.policy.Rule;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Judges what a scanner found in the pictures and files that go with a message.
final class MediaJudge {

    private MediaJudge() {}

    static Verdict judge(Rule.MediaVerdict rule, Situation situation) {
        List<Media> media = situation.request().media();
        Optional<String> finding =
                rule.labels().isEmpty()
                        ? media.stream()
                                .filter(one -> one.labels().isEmpty())
                                .map(Media::contentType)
                                .findFirst()
                        : media.stream().flatMap(one -> barred(one, rule).stream()).findFirst();
        return finding.map(
                        found ->
                                Verdict.fails(
                                        situation.reason(
                                                rule.head(),
                                                Map.of("found", found),
                                                new Fix.RemoveText(found))))
                .orElse(Verdict.CONTENT);
    }

    private static Optional<String> barred(Media media, Rule.MediaVerdict rule) {
        return media.labels().orElse(List.of()).stream()
                .filter(label -> label.confidence() >= rule.threshold())
                .map(Media.Label::name)
                .filter(name -> rule.labels().contains(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
