package io.sendgate.checks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The links between the repository's own pages.
class LinksTest {

    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern ELSEWHERE = Pattern.compile("[a-z][a-z0-9+.-]*:.*");
    private static final Pattern NOT_IN_HEADINGS = Pattern.compile("[^\\p{L}\\p{N} _-]");
    private static final Tree TREE = Tree.aroundModule();

    @Test
    void everyLinkLeadsToAFileAndToAHeadingInIt() {
        assertThat(TREE.files(".md")).isNotEmpty();
        assertThat(TREE.files(".md").stream().flatMap(LinksTest::broken).toList()).isEmpty();
    }

    private static Stream<String> broken(Path page) {
        return LINK.matcher(Tree.read(page))
                .results()
                .map((MatchResult link) -> link.group(1))
                .filter(link -> !ELSEWHERE.matcher(link).matches())
                .filter(link -> !leads(page, link))
                .map(link -> TREE.root().relativize(page) + ": " + link);
    }

    private static boolean leads(Path page, String link) {
        int hash = link.indexOf('#');
        String file = hash < 0 ? link : link.substring(0, hash);
        Path target = file.isEmpty() ? page : page.resolveSibling(file);
        return Files.exists(target)
                && (hash < 0 || headings(target).contains(link.substring(hash + 1)));
    }

    /// The names under which a page's headings are linked to.
    private static List<String> headings(Path page) {
        return Tree.read(page)
                .lines()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.substring(line.indexOf(' ') + 1).strip().toLowerCase(Locale.ROOT))
                .map(title -> NOT_IN_HEADINGS.matcher(title).replaceAll("").replace(' ', '-'))
                .toList();
    }
}
