package io.sendgate.wire.policy;

import io.sendgate.policy.TextNormalizer;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// A word list as its file has it: one term in normal form a line.
///
/// Blank lines and lines that begin with `#` say nothing, but for `# category:`, which says
/// what the terms are about.
///
/// @param name its name within the document
record WordList(String name, Optional<String> category, List<String> terms) {

    private static final String REMARK = "#";
    private static final String CATEGORY = "# category:";

    /// Copies the list, so that it never changes.
    WordList {
        terms = List.copyOf(terms);
    }

    /// The same list, looked into.
    ///
    /// @throws IllegalArgumentException where it holds no term, or one that is not in normal form
    WordList checked() {
        if (terms.isEmpty()) {
            throw new IllegalArgumentException("holds no term");
        }
        terms.stream()
                .filter(term -> term.isEmpty() || !term.equals(TextNormalizer.normalize(term)))
                .findFirst()
                .ifPresent(WordList::refuse);
        return this;
    }

    /// The word list in a file, as it stands.
    static WordList read(String name, byte[] file) {
        List<String> lines = new String(file, StandardCharsets.UTF_8).lines().toList();
        return new WordList(
                name,
                lines.stream()
                        .filter(line -> line.startsWith(CATEGORY))
                        .map(line -> line.substring(CATEGORY.length()).strip())
                        .findFirst(),
                lines.stream()
                        .filter(line -> !line.isBlank() && !line.startsWith(REMARK))
                        .toList());
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
