package io.sendgate.wire.language;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A reply of the corpus with what a person says it asks for.
///
/// @param label an intent's term, or `ordinary`
record LabelledReply(String language, String label, String text) {

    private static final List<String> OPT_OUTS =
            List.of("opt-out", "scoped-opt-out", "wrong-number");

    /// The replies of a file: language, label and text, tab-separated, `\n` for a line's end.
    static List<LabelledReply> of(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> line.split("\t", 3))
                .map(part -> new LabelledReply(part[0], part[1], part[2].replace("\\n", "\n")))
                .toList();
    }

    boolean isOptOut() {
        return OPT_OUTS.contains(label);
    }
}
