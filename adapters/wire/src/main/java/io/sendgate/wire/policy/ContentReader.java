package io.sendgate.wire.policy;

import io.sendgate.policy.Content;
import io.sendgate.policy.Content.Side;
import io.sendgate.policy.Detector;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads what a rule looks for in a text.
final class ContentReader {

    private ContentReader() {}

    static Content read(Members rule) {
        String contains = rule.text("contains");
        return switch (contains) {
            case "business-name" -> new Content.BusinessName();
            case "lexicon" -> listed(rule);
            case "detector" ->
                    new Content.Detected(
                            rule.terms(Detector.class, "detectors").stream().sorted().toList());
            case "disclosure" -> new Content.Disclosure(rule.text("lexicon"));
            case "opening-name" ->
                    new Content.OpeningName(
                            rule.text("lexicon"),
                            rule.maybeText("common"),
                            rule.text("introductions"));
            case "sender-lookalike" -> new Content.SenderLookalike(rule.text("lexicon"));
            default -> throw new IllegalArgumentException("no such content: " + contains);
        };
    }

    /// Terms of one list or of several, what shields them, and what must stand near.
    static Content.Listed listed(Members content) {
        List<String> lists =
                content.has("lexicon")
                        ? List.of(content.text("lexicon"))
                        : content.texts("lexicons");
        Optional<Content.With> with =
                content.maybeIn("with")
                        .map(
                                near ->
                                        new Content.With(
                                                near.text("lexicon"),
                                                near.node().path("within").asInt(),
                                                near.maybeTerm(Side.class, "side")
                                                        .orElse(Side.EITHER)));
        return new Content.Listed(lists, Set.copyOf(content.texts("except")), with);
    }
}
