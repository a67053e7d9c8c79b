package io.sendgate.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.sendgate.contact.Term;
import io.sendgate.decision.ReasonCode;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;

class ReasonCatalogueTest {

    private static final String REASONS =
            Tree.read(Tree.aroundModule().root().resolve("docs/reasons.md"));

    @Test
    void everyReasonHasItsHeadingInTheOrderOfPrecedence() {
        List<String> headings =
                REASONS.lines()
                        .filter(line -> line.startsWith("## "))
                        .map(line -> line.substring(3).strip())
                        .toList();
        List<String> codes = Arrays.stream(ReasonCode.values()).map(Term::term).toList();
        assertThat(headings).containsExactlyElementsOf(codes);
    }
}
