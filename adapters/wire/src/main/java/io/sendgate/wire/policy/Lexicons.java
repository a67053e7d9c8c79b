package io.sendgate.wire.policy;

import io.sendgate.policy.Lexicon;
import io.sendgate.policy.TextNormalizer;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// Word lists as files: one term in normal form a line; blank lines and lines that begin with `#`
/// say nothing.
public final class Lexicons {

    private Lexicons() {}

    /// The word list in a file.
    ///
    /// @throws IllegalArgumentException where it holds no term, or one that is not in normal form
    public static Lexicon read(String name, byte[] file) {
        List<String> terms =
                new String(file, StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .toList();
        return of(name, terms);
    }

    /// The word list of these terms.
    ///
    /// @throws IllegalArgumentException where there is none, or one that is not in normal form
    public static Lexicon of(String name, List<String> terms) {
        if (terms.isEmpty()) {
            throw new IllegalArgumentException("holds no term");
        }
        terms.stream()
                .filter(term -> term.isEmpty() || !term.equals(TextNormalizer.normalize(term)))
                .findFirst()
                .ifPresent(Lexicons::refuse);
        return new TrieLexicon(name, terms);
    }

    private static void refuse(String term) {
        throw new IllegalArgumentException(
                "the term '"
                        + term
                        + "' is '"
                        + TextNormalizer.normalize(term)
                        + "' in normal form");
    }
}
