package io.sendgate.wire.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;

import io.sendgate.policy.WordLists;
import io.sendgate.policy.WordLists.Hit;
import io.sendgate.policy.WordLists.Match;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
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
                .isThrownBy(() -> WordList.read("l", "# empty\n".getBytes(UTF_8)).checked());
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new WordList("l", Optional.empty(), List.of("Reply STOP")).checked())
                .withMessageContaining("reply stop");
    }

    @Test
    void everyPackedListIsInNormalForm() {
        PolicyDocuments documents = PolicyDocuments.seeded();

        for (String id : documents.ids()) {
            JsonNode tree = documents.document(id).orElseThrow().tree();
            for (JsonNode digest : tree.path("lexicons")) {
                byte[] file = documents.lexicon(digest.asText()).orElseThrow();
                assertThat(WordList.read(id, file).checked().terms()).isNotEmpty();
            }
        }
    }

    @Test
    void aWordIsReadOnceHoweverManyTermsThereAre() {
        assertThat(steps(50, 1_000)).isEqualTo(1_000);
        assertThat(steps(5_000, 1_000)).isEqualTo(1_000);
        assertThat(steps(5_000, 100_000)).isEqualTo(100_000);
    }

    /// How often the automaton looks at a text in which every place nearly begins every term.
    private static int steps(int terms, int words) {
        TermTrie trie = trie(terms);
        StepCounter text = new StepCounter("\u0001".repeat(words));
        trie.parse(text, (begin, end, term) -> {});
        return text.steps();
    }

    /// Terms of which each is the beginning of the next but for its last word.
    private static TermTrie trie(int terms) {
        List<String> hostile =
                IntStream.range(0, terms)
                        .mapToObj(n -> "a ".repeat(n % 100 + 1) + "b" + n)
                        .toList();
        return new TermTrie(Map.of("l", new WordList("l", Optional.empty(), hostile)));
    }

    /// A text that counts how often a character of it is asked for.
    private static final class StepCounter implements CharSequence {

        private final String text;
        private int steps;

        StepCounter(String text) {
            this.text = text;
        }

        int steps() {
            return steps;
        }

        @Override
        public char charAt(int at) {
            steps++;
            return text.charAt(at);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int from, int to) {
            throw new UnsupportedOperationException("a text is read character by character");
        }

        @Override
        public String toString() {
            throw new UnsupportedOperationException("a text is read character by character");
        }
    }
}
