package io.sendgate.wire.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The settled contradictions of `docs/conflicts.md` are shown by cases that are there.
class ConflictPageTest {

    private static final Path FILE = Path.of("../../docs/conflicts.md");
    private static final int CONTRADICTIONS = 15;
    private static final int SHOWN_BY = 4;

    private static List<String[]> rows() throws IOException {
        return Files.readAllLines(FILE).stream()
                .filter(line -> line.startsWith("| ") && Character.isDigit(line.charAt(2)))
                .map(line -> line.split(" \\| ", -1))
                .toList();
    }

    @Test
    void everyContradictionIsSettled() throws IOException {
        assertThat(rows())
                .extracting(row -> row[0])
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, CONTRADICTIONS).mapToObj(n -> "| " + n).toList());
        assertThat(rows()).allMatch(row -> row.length == SHOWN_BY);
    }

    @Test
    void everyOneIsShownByCasesThatAreThere() throws IOException {
        PolicyDocuments documents = PolicyDocuments.seeded();
        List<String> known =
                documents.ids().stream()
                        .flatMap(id -> PolicyCases.packed(documents).of(id).stream())
                        .map(PolicyCase::toString)
                        .toList();
        for (String[] row : rows()) {
            assertThat(shown(row)).as(row[0]).isNotEmpty().isSubsetOf(known);
        }
    }

    private static List<String> shown(String[] row) {
        return Arrays.stream(row[SHOWN_BY - 1].split("`"))
                .flatMap(part -> part.contains("/") ? Stream.of(part) : Stream.empty())
                .toList();
    }
}
