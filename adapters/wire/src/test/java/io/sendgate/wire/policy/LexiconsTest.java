package io.sendgate.wire.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sendgate.policy.Lexicon;
import io.sendgate.policy.Lexicon.Match;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

class LexiconsTest {

    private static final Lexicon STOPS = Lexicons.of("stops", List.of("stop", "opt out", "end"));

    @Test
    void aTermIsFoundWhereItStandsAsAWord() {
        assertThat(STOPS.find("Please STOP now")).contains(new Match("stop", "STOP"));
        assertThat(STOPS.find("stop")).contains(new Match("stop", "stop"));
        assertThat(STOPS.find("The end")).contains(new Match("end", "end"));
    }

    @Test
    void aTermInsideAWordIsNotFound() {
        assertThat(STOPS.find("A bus stopped at the weekend, unstoppable")).isEmpty();
    }

    @Test
    void termsMayShareTheSpaceBetweenThem() {
        Lexicon lexicon = Lexicons.of("pairs", List.of("a b", "b c d"));

        assertThat(lexicon.find("a  B—c... d")).contains(new Match("a b", "a  B"));
        assertThat(lexicon.find("x b c d")).contains(new Match("b c d", "b c d"));
    }

    @Test
    void aDisguisedTermIsFoundAndShownAsItWasWritten() {
        assertThat(STOPS.find("pls ＳＴ\u200BＯＰ!")).contains(new Match("stop", "ＳＴ\u200BＯＰ"));
        assertThat(STOPS.find("to Opt-Out, write")).contains(new Match("opt out", "Opt-Out"));
    }

    @Test
    void aTextWithoutWordsHoldsNoTerm() {
        assertThat(STOPS.find("")).isEmpty();
        assertThat(STOPS.find(" … 🙏")).isEmpty();
    }

    @Test
    void aFileHoldsOneTermALineAndRemarks() {
        Lexicon lexicon = Lexicons.read("l", "# says\n\nreply stop\nto opt out\n".getBytes(UTF_8));

        assertThat(lexicon.name()).isEqualTo("l");
        assertThat(lexicon.find("Reply STOP")).isPresent();
        assertThat(lexicon.find("says")).isEmpty();
    }

    @Test
    void aListOfNothingOrOfTermsNotInNormalFormIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Lexicons.read("l", "# empty\n".getBytes(UTF_8)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Lexicons.of("l", List.of("Reply STOP")))
                .withMessageContaining("reply stop");
    }

    @Test
    void aHostileTextTakesNoMoreThanLinearTime() {
        List<String> terms =
                IntStream.rangeClosed(1, 200).mapToObj(n -> "a ".repeat(n) + "b").toList();
        Lexicon lexicon = Lexicons.of("hostile", terms);
        String text = "a ".repeat(200_000);
        long began = System.nanoTime();

        assertThat(lexicon.find(text)).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
    }
}
