package io.sendgate.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.sendgate.consent.Intent;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

class IntentClassifierTest {

    private final IntentClassifier classifier = new IntentClassifier(List.of(list()));

    private static LanguageList list() {
        return new LanguageList(
                "en",
                "1",
                "sha256:00",
                List.of("unverified"),
                Map.of(Intent.OPT_OUT, List.of("stop", "cancel"), Intent.HELP, List.of("help")),
                Set.of("🛑"),
                Set.of("please", "thanks"),
                Set.of("texts", "me"),
                Set.of("stop"),
                Set.of("cancel"),
                Set.of("step", "shop"),
                List.of("sent from my"),
                List.of("liked"),
                Map.of("ing", List.of("texting", "calling")),
                List.of(
                        new PhraseRule(
                                "contact-stop",
                                Intent.OPT_OUT,
                                Confidence.CERTAIN,
                                List.of("stop *1 <ing>", "^ leave me alone")),
                        new PhraseRule(
                                "other-sense",
                                Intent.NONE,
                                Confidence.CERTAIN,
                                List.of("dont stop", "stop by *2")),
                        new PhraseRule(
                                "cancel-booking",
                                Intent.BUSINESS_CANCEL,
                                Confidence.CERTAIN,
                                List.of("cancel *3 appointment"))),
                Map.of("help", "call us"));
    }

    @Test
    void aWholeMessageKeywordIsCertainHoweverItIsSpelt() {
        for (String said : List.of("STOP", " stop. ", "S T O P", "st0p", "stooop", "stop stop")) {
            assertThat(classifier.read(said).intent()).as(said).isEqualTo(Intent.OPT_OUT);
            assertThat(classifier.read(said).confidence()).as(said).isEqualTo(Confidence.CERTAIN);
        }
    }

    @Test
    void courtesiesAndWhatIsToStopMayStandBesideAKeyword() {
        assertThat(classifier.read("please cancel texts, thanks").rule())
                .contains("keyword-courtesy");
    }

    @Test
    void aPhraseNamesItsWordsItsRuleAndItsList() {
        Reading reading = classifier.read("Hey, STOP f-ing texting!");

        assertThat(reading.span()).contains("STOP f-ing texting");
        assertThat(reading.rule()).contains("contact-stop");
        assertThat(reading.list()).contains("en@1");
    }

    @Test
    void aSlipOfTheFingerInAShortMessageIsProbable() {
        for (String said : List.of("Stpo", "dtop", "cancle")) {
            assertThat(classifier.read(said).confidence()).as(said).isEqualTo(Confidence.PROBABLE);
            assertThat(classifier.read(said).endsMessages()).as(said).isTrue();
        }
        assertThat(classifier.read("shop").intent()).isEqualTo(Intent.NONE);
    }

    @Test
    void anotherSenseOfAKeywordIsNoOptOutButHasAPersonLook() {
        for (String said : List.of("stop by tomorrow at 5", "don't stop texting", "the bus stop")) {
            assertThat(classifier.read(said).endsMessages()).as(said).isFalse();
            assertThat(classifier.read(said).isSuspect()).as(said).isTrue();
        }
    }

    @Test
    void aBookingIsNotTheMessages() {
        assertThat(classifier.read("can you cancel my Tuesday appointment").intent())
                .isEqualTo(Intent.BUSINESS_CANCEL);
    }

    @Test
    void whatOthersWroteIsNotHeard() {
        assertThat(classifier.read("Liked “Reply STOP to end”")).isEqualTo(Reading.ORDINARY);
        assertThat(classifier.read("> STOP\nsee you at five")).isEqualTo(Reading.ORDINARY);
        assertThat(classifier.read("ok\nSent from my stop watch")).isEqualTo(Reading.ORDINARY);
        assertThat(classifier.read("stop\n-- \nAnne").intent()).isEqualTo(Intent.OPT_OUT);
    }

    @Test
    void aSignBesideNothingElseIsProbable() {
        for (String said : List.of("🛑🛑", "🛑 texts")) {
            assertThat(classifier.read(said).confidence()).isEqualTo(Confidence.PROBABLE);
        }
    }

    @Test
    void nothingAtAllIsOrdinary() {
        assertThat(classifier.read("")).isEqualTo(Reading.ORDINARY);
        assertThat(classifier.read(" ?! ")).isEqualTo(Reading.ORDINARY);
    }

    /// A tenth of a second for what would take minutes were the work to grow with the square.
    @Test
    void theWorkGrowsWithTheMessageAndNotFaster() {
        String spiteful = "stop stop by dont ".repeat(20_000);
        classifier.read(spiteful);
        long begun = System.nanoTime();
        classifier.read(spiteful);

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
    }
}
