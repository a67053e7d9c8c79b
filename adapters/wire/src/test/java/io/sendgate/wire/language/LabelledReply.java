package io.sendgate.wire.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// A reply of the corpus with what a person says it asks for.
///
/// @param language ISO 639
/// @param label an intent's term, `ordinary`, or `doubtful` where a reasonable person may take it
///     either way; a doubtful one counts neither as an opt-out nor as an ordinary reply
record LabelledReply(String language, String label, String text) {

    private static final Path FOLDER = Path.of("..", "..", "bench", "replies");
    private static final Set<String> OPT_OUTS = Set.of("opt-out", "scoped-opt-out", "wrong-number");

    /// The replies of a part, `authoring` or `held-back`: a line each of language, label and text,
    /// tab-separated, `\n` for a line's end.
    static List<LabelledReply> of(String part) {
        try {
            return Files.readAllLines(FOLDER.resolve(part + ".tsv")).stream()
                    .map(line -> line.split("\t", 3))
                    .map(cell -> new LabelledReply(cell[0], cell[1], cell[2].replace("\\n", "\n")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the corpus cannot be read", e);
        }
    }

    boolean isOptOut() {
        return OPT_OUTS.contains(label);
    }

    boolean isDoubtful() {
        return label.equals("doubtful");
    }

    boolean isOrdinary() {
        return !isOptOut() && !isDoubtful();
    }
}
