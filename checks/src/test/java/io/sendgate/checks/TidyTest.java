package io.sendgate.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.JavaFormatterOptions;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The look of the sources. `mvn -pl checks -am verify -Dformat.write=true` lays them out afresh.
class TidyTest {

    private static final int MOST_LINES = 300;
    private static final int MOST_COLUMNS = 100;
    private static final Tree TREE = Tree.aroundModule();
    private static final Formatter FORMATTER =
            new Formatter(
                    JavaFormatterOptions.builder().style(JavaFormatterOptions.Style.AOSP).build());

    @Test
    void everySourceFileIsLaidOutByTheFormatter() {
        boolean write = Boolean.getBoolean("format.write");
        List<Path> untidy =
                TREE.javaFiles().parallelStream()
                        .filter(file -> !isTidy(file, write))
                        .map(TREE.root()::relativize)
                        .toList();
        assertThat(untidy).isEmpty();
    }

    private static boolean isTidy(Path file, boolean write) {
        String source = Tree.read(file);
        try {
            String formatted = FORMATTER.formatSourceAndFixImports(source);
            if (write && !formatted.equals(source)) {
                Tree.write(file, formatted);
                return true;
            }
            return formatted.equals(source);
        } catch (FormatterException unreadable) {
            throw new IllegalStateException(file.toString(), unreadable);
        }
    }

    @Test
    void noSourceFileIsLong() {
        assertThat(TREE.javaFiles())
                .filteredOn(file -> Tree.read(file).lines().count() > MOST_LINES)
                .isEmpty();
    }

    /// Tests may have wider ones: a provider's signature cannot be broken.
    @Test
    void noLineOfTheProductIsWide() {
        assertThat(
                        TREE.javaFiles().stream()
                                .filter(file -> file.toString().contains("src/main/java"))
                                .flatMap(TidyTest::wideLines)
                                .toList())
                .isEmpty();
    }

    private static Stream<String> wideLines(Path file) {
        List<String> lines = Tree.read(file).lines().toList();
        return IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).codePointCount(0, lines.get(i).length()) > MOST_COLUMNS)
                .mapToObj(i -> TREE.root().relativize(file) + ":" + (i + 1));
    }

    @Test
    void everyPackageSaysThatItKnowsNoNull() {
        List<Path> folders = TREE.javaFiles().stream().map(Path::getParent).distinct().toList();
        assertThat(folders)
                .filteredOn(folder -> folder.toString().contains("src/main/java"))
                .allMatch(folder -> folder.resolve("package-info.java").toFile().exists());
    }
}
