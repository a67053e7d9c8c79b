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

    private static final double RECALL = 99.0;
    private static final double FALSE_RATE = 0.5;

    @Test
    void bothPartsAndEveryLanguageHoldTheFloor() {
        IntentClassifier classifier = LanguageLists.packed();
        Map<String, Verdict> read = new HashMap<>();
        Function<String, Verdict> once =
                text -> read.computeIfAbsent(text, one -> Verdict.of(classifier.read(one)));
        assertFloor("authoring", LabelledReply.of("authoring"), once);
        assertFloor("held-back", LabelledReply.of("held-back"), once);
        Map<String, List<LabelledReply>> byLanguage =
                everything().collect(Collectors.groupingBy(LabelledReply::language));

        assertThat(byLanguage).hasSize(LanguageLists.lists().size());
        byLanguage.forEach((language, replies) -> assertFloor(language, replies, once));
    }

    private static void assertFloor(
            String which, List<LabelledReply> replies, Function<String, Verdict> matching) {
        ReplyFigures figures = ReplyFigures.of(replies, matching);
        assertThat(figures.recall()).as(which).isGreaterThanOrEqualTo(RECALL);
        assertThat(figures.falseRate()).as(which).isLessThanOrEqualTo(FALSE_RATE);
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
