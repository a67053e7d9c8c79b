package io.sendgate.policy;

import java.util.List;
import java.util.Optional;

/// `RE:` or `FWD:` at the beginning of a text.
final class ReplyPrefix {

    private static final List<String> PREFIXES = List.of("re:", "fwd:", "fw:");

    private ReplyPrefix() {}

    static Optional<Detector.Span> find(String text) {
        int from = text.length() - text.stripLeading().length();
        return PREFIXES.stream()
                .filter(prefix -> text.regionMatches(true, from, prefix, 0, prefix.length()))
                .findFirst()
                .map(prefix -> new Detector.Span(from, from + prefix.length()));
    }
}
