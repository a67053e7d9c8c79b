package io.sendgate.wire.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sendgate.policy.WordLists;
import io.sendgate.policy.WordLists.Hit;
import io.sendgate.policy.WordLists.Match;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

class WordListsTest {

    private static final String STOPS = "stops";
    private static final WordLists LISTS =
            lists(
                    new WordList(STOPS, Optional.empty(), List.of("stop", "opt out", "end")),
                    new WordList("ends", Optional.of("endings"), List.of("end", "the end")));

    private static WordLists lists(WordList... lists) {
        return new TrieLists(List.of(lists));
    }

    private static Optional<Match> find(String text) {
        return LISTS.find(STOPS, text);
    }

    @Test
    void aTermIsFoundWhereItStandsAsAWord() {
        assertThat(find("Please STOP now")).contains(new Match("stop", "STOP"));
        assertThat(find("stop")).contains(new Match("stop", "stop"));
        assertThat(find("The end")).contains(new Match("end", "end"));
    }

    @Test
    void aTermInsideAWordIsNotFound() {
        assertThat(find("A bus stopped at the weekend, unstoppable")).isEmpty();
    }

    @Test
    void everyListIsFoundInOnePassAtItsPlace() {
        assertThat(LISTS.scan("at the end stop"))
                .containsExactlyInAnyOrder(
                        new Hit("ends", "the end", 3, 10),
                        new Hit("ends", "end", 7, 10),
                        new Hit(STOPS, "end", 7, 10),
                        new Hit(STOPS, "stop", 11, 15));
        assertThat(LISTS.category("ends")).contains("endings");
        assertThat(LISTS.names()).containsExactlyInAnyOrder(STOPS, "ends");
    }

    @Test
    void termsMayShareTheSpaceBetweenThem() {
        WordLists pairs =
                lists(new WordList("pairs", Optional.empty(), List.of("a b", "b c d", "d e")));

        assertThat(pairs.scan("a b c d e")).extracting(Hit::from).containsExactly(0, 2, 6);
        assertThat(pairs.find("pairs", "a  B—c... d")).contains(new Match("a b", "a  B"));
    }

    @Test
    void aDisguisedTermIsFoundAndShownAsItWasWritten() {
        assertThat(find("pls ＳＴ\u200BＯＰ!")).contains(new Match("stop", "ＳＴ\u200BＯＰ"));
        assertThat(find("to Opt-Out, write")).contains(new Match("opt out", "Opt-Out"));
    }

    @Test
    void aTextWithoutWordsHoldsNoTermAndADocumentWithoutListsFindsNone() {
        assertThat(find("")).isEmpty();
        assertThat(find(" … 🙏")).isEmpty();
        assertThat(lists().scan("stop")).isEmpty();
    }

    @Test
    void aNameThatLooksLikeATermOfAListResemblesIt() {
        WordLists brands =
                lists(new WordList("brands", Optional.empty(), List.of("paypal", "ups")));

        assertThat(brands.resembling("brands", "paypal")).contains("paypal");
        assertThat(brands.resembling("brands", "paypalalerts")).contains("paypal");
        assertThat(brands.resembling("brands", "groups")).isEmpty();
    }

    @Test
    void aFileHoldsOneTermALineItsCategoryAndRemarks() {
        WordList list =
                WordList.read(
                        "l",
                        "# category: exits\n# says\n\nreply stop\nto opt out\n".getBytes(UTF_8));

        assertThat(list.category()).contains("exits");
        assertThat(list.terms()).containsExactly("reply stop", "to opt out");
    }

    @Test
    void aListOfNothingOrOfTermsNotInNormalFormIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WordList.read("l", "# empty\n".getBytes(UTF_8)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WordList("l", Optional.empty(), List.of("Reply STOP")))
                .withMessageContaining("reply stop");
    }

    @Test
    void aHostileTextTakesNoMoreThanLinearTime() {
        List<String> terms =
                IntStream.rangeClosed(1, 200).mapToObj(n -> "a ".repeat(n) + "b").toList();
        WordLists hostile = lists(new WordList("hostile", Optional.empty(), terms));
        String text = "a ".repeat(200_000);
        long began = System.nanoTime();

        assertThat(hostile.scan(text.strip())).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
    }
}
