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
            case "lexicon" ->
                    rule.has("any") ? mentions(rule.objects("any")) : mentions(List.of(rule));
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

    /// Mentions of any of these kinds.
    static Content.Mentions mentions(List<Members> any) {
        return new Content.Mentions(any.stream().map(ContentReader::mention).toList());
    }

    private static Content.Mention mention(Members mention) {
        List<String> lists =
                mention.has("lexicon")
                        ? List.of(mention.text("lexicon"))
                        : mention.texts("lexicons");
        Optional<Content.With> with = mention.maybeIn("with").map(ContentReader::with);
        return new Content.Mention(lists, Set.copyOf(mention.texts("except")), with);
    }

    private static Content.With with(Members near) {
        return new Content.With(
                near.text("lexicon"),
                near.node().path("within").asInt(),
                near.maybeTerm(Side.class, "side").orElse(Side.EITHER));
    }
}
