package io.sendgate.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.sendgate.rest.problem.ProblemType;
import io.sendgate.standing.Refusal;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The problems that callers can meet, and the page that explains them.
class ProblemCatalogueTest {

    private static final Tree TREE = Tree.aroundModule();

    /// Refusals that are answered as if there were nothing.
    private static final Set<Refusal> NOT_FOUND =
            Set.of(Refusal.NOT_APPEALABLE, Refusal.NO_SUCH_APPEAL);

    /// A problem of a function's own kind: `Problem.of(409, "appeal-window-closed", …)`.
    private static final Pattern OWN_KIND =
            Pattern.compile("\\bProblem\\s*\\.of\\(\\s*[\\w.]+\\s*,\\s*([^,]+?)\\s*,");

    @Test
    void everyProblemHasItsHeadingAndEveryHeadingItsProblem() {
        List<String> kinds = Arrays.stream(ProblemType.values()).map(ProblemType::slug).toList();
        assertThat(headings())
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(kinds.stream(), ownKinds()).distinct().toList());
    }

    private static List<String> headings() {
        return Tree.read(TREE.root().resolve("docs/problems.md"))
                .lines()
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3).strip())
                .toList();
    }

    /// Their slugs: they stand there as they are, or are the refusals of standing.
    private static Stream<String> ownKinds() {
        return TREE.javaFiles().stream()
                .filter(file -> file.toString().contains("src/main/java"))
                .map(Tree::read)
                .flatMap(source -> OWN_KIND.matcher(source).results())
                .map((MatchResult made) -> made.group(1))
                .flatMap(ProblemCatalogueTest::slugs);
    }

    private static Stream<String> slugs(String expression) {
        return expression.equals("refusal.term()")
                ? Arrays.stream(Refusal.values())
                        .filter(refusal -> !NOT_FOUND.contains(refusal))
                        .map(Refusal::term)
                : Stream.of(expression.replace("\"", ""));
    }
}
