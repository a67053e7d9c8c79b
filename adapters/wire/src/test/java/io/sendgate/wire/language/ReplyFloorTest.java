package io.sendgate.wire.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.sendgate.language.IntentClassifier;

import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Holds the figures of docs/opt-out-language.md: no list gets worse unnoticed.
class ReplyFloorTest {

    private static final Floor WRITTEN_BY = new Floor(1.0, 0.5);
    private static final Floor NEVER_LOOKED_AT = new Floor(1.7, 0.8);

    /// What may go wrong, in percent; one reply of a kind always may.
    private record Floor(double missed, double wrong) {

        void assertHolds(String which, ReplyFigures figures) {
            assertThat(figures.optOuts() - figures.heard())
                    .as("opt-outs missed: " + which)
                    .isLessThanOrEqualTo(allowed(missed, figures.optOuts()));
            assertThat(figures.wrong())
                    .as("false opt-outs: " + which)
                    .isLessThanOrEqualTo(allowed(wrong, figures.ordinary()));
        }

        private static int allowed(double percent, int all) {
            return Math.max(1, (int) (percent * all / 100));
        }
    }

    @Test
    void bothPartsAndEveryLanguageHoldTheFloor() {
        IntentClassifier classifier = LanguageLists.packed();
        Map<String, Verdict> read = new HashMap<>();
        Function<String, Verdict> once =
                text -> read.computeIfAbsent(text, one -> Verdict.of(classifier.read(one)));
        WRITTEN_BY.assertHolds("authoring", ReplyFigures.of(LabelledReply.of("authoring"), once));
        NEVER_LOOKED_AT.assertHolds(
                "held-back", ReplyFigures.of(LabelledReply.of("held-back"), once));
        Map<String, List<LabelledReply>> byLanguage =
                everything().collect(Collectors.groupingBy(LabelledReply::language));

        assertThat(byLanguage).hasSize(LanguageLists.lists().size());
        byLanguage.forEach(
                (language, replies) ->
                        WRITTEN_BY.assertHolds(language, ReplyFigures.of(replies, once)));
    }

    @Test
    void noReplyIsInTheCorpusTwice() {
        Set<String> told = new HashSet<>();
        everything()
                .forEach(
                        one ->
                                assertThat(told.add(one.language() + one.text()))
                                        .as(one.text())
                                        .isTrue());
        assertThat(told).hasSizeGreaterThanOrEqualTo(3_000);
    }

    private static Stream<LabelledReply> everything() {
        return Stream.of("authoring", "held-back").flatMap(part -> LabelledReply.of(part).stream());
    }
}
