package io.sendgate.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A message of the corpus, with what it is.
///
/// @param label `ordinary`, or the reason's code that the message is written to deserve
/// @param purpose the purpose it is sent for
/// @param origin who sends it
/// @param business the name of the business that sends it
record LabelledMessage(String label, String purpose, String origin, String business, String text) {

    private static final String ORDINARY = "ordinary";
    private static final int COLUMNS = 5;

    /// The messages of a file.
    static List<LabelledMessage> of(Path file) throws IOException {
        return Files.readAllLines(file).stream().map(LabelledMessage::parse).toList();
    }

    private static LabelledMessage parse(String line) {
        String[] columns = line.split("\t", COLUMNS);
        return new LabelledMessage(columns[0], columns[1], columns[2], columns[3], columns[4]);
    }

    /// Whether nothing is wrong with what it says.
    boolean isOrdinary() {
        return label.equals(ORDINARY);
    }
}
