package io.sendgate.consentcapture;

import static org.assertj.core.api.Assertions.assertThat;

import io.sendgate.aws.StoredForm;
import io.sendgate.consent.Capture;
import io.sendgate.consent.Evidence;
import io.sendgate.consent.Method;
import io.sendgate.consent.Scope;
import io.sendgate.consent.Tier;
import io.sendgate.ledger.Detail;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

class FormIntakeTest {

    private static final String WORDS = "I agree that Ada Plumbing may send me text messages";
    private static final FormIntake.Origin HERE =
            new FormIntake.Origin(
                    "203.0.113.9",
                    Optional.of("Browser/1"),
                    Optional.of("https://ada.example/join"));
    private final World world = new World();
    private final StoredForm form = FormDefinitionTest.stored(world, WORDS);

    @Test
    void aTickedBoxIsAConsentWithItsEvidence() {
        assertThat(post("(650) 555-1234", true)).isEqualTo(new FormIntake.Outcome.Received());

        Detail.ConsentCapture kept =
                world.ledger.last().detail().flatMap(Detail::consentCapture).orElseThrow();
        Capture capture = kept.capture();
        assertThat(kept.tier()).isEqualTo(Tier.EXPRESS_WRITTEN);
        assertThat(kept.disclosureSha256()).contains(Sha256.hex(WORDS));
        assertThat(capture.recipient()).isEqualTo(World.CARLA);
        assertThat(capture.method()).isEqualTo(Method.WEB_FORM);
        assertThat(capture.disclosure().preTicked()).isFalse();
        assertThat(capture.evidence())
                .isEqualTo(
                        new Evidence(
                                Optional.of("203.0.113.9"),
                                Optional.of("Browser/1"),
                                Optional.of("https://ada.example/join"),
                                Optional.of(world.now()),
                                Optional.empty()));
    }

    @Test
    void anUntickedBoxRecordsNothing() {
        assertThat(post("650 555 1234", false)).isEqualTo(faulty(FormFault.BOX_NOT_TICKED));
        assertThat(world.ledger.size()).isZero();
    }

    @Test
    void whatSpellsNoNumberRecordsNothing() {
        assertThat(post("", true)).isEqualTo(faulty(FormFault.PHONE_MISSING));
        assertThat(post("call me", true)).isEqualTo(faulty(FormFault.PHONE_UNREADABLE));
        assertThat(post("1".repeat(100), false))
                .isEqualTo(faulty(FormFault.PHONE_UNREADABLE, FormFault.BOX_NOT_TICKED));
        assertThat(world.ledger.size()).isZero();
    }

    @Test
    void whatFallsIntoTheTrapIsAnsweredLikeAConsentAndNotRecorded() {
        Submission robot = new Submission("650 555 1234", true, true, Optional.empty(), false);

        assertThat(receive(robot)).isEqualTo(post("650 555 1235", true));
        assertThat(world.ledger.size()).isEqualTo(1);
    }

    @Test
    void theAnswerIsTheSameForWhoeverIsKnownOrOptedOut() {
        post("650 555 1234", true);
        FormIntake.Outcome known = post("650 555 1234", true);
        world.optOut(World.ADA, Scope.ALL);

        assertThat(post("650 555 1234", true)).isEqualTo(known);
        assertThat(post("650 555 1299", true)).isEqualTo(known);
    }

    @Test
    void wordsThatHaveChangedSinceAreShownAgain() {
        Submission old =
                new Submission(
                        "650 555 1234", true, false, Optional.of(Sha256.hex("older words")), false);

        assertThat(receive(old)).isEqualTo(faulty(FormFault.WORDS_CHANGED));
        assertThat(world.ledger.size()).isZero();
    }

    @Test
    void aFormThatNoLongerNamesTheBusinessMakesNoConsent() {
        world.account(World.ADA, "Ada Group", Optional.empty());

        assertThat(post("650 555 1234", true)).isInstanceOf(FormIntake.Outcome.Useless.class);
    }

    @Test
    void aRepeatUnderItsKeyIsRecordedOnce() {
        Submission posted = new Submission("650 555 1234", true, false, Optional.empty(), true);

        world.formIntake().receive(form, posted, HERE, Optional.of("k"));
        world.pass(Duration.ofMinutes(1));
        world.formIntake().receive(form, posted, HERE, Optional.of("k"));

        assertThat(world.ledger.size()).isEqualTo(1);
    }

    @Test
    void nothingPersonalShowsInALogLine() {
        Submission posted = new Submission("650 555 1234", true, false, Optional.empty(), true);

        assertThat(posted + " " + HERE).doesNotContain("650").doesNotContain("203");
    }

    private FormIntake.Outcome post(String phone, boolean agreed) {
        return receive(new Submission(phone, agreed, false, Optional.empty(), false));
    }

    private FormIntake.Outcome receive(Submission posted) {
        return world.formIntake().receive(form, posted, HERE, Optional.empty());
    }

    private static FormIntake.Outcome faulty(FormFault... faults) {
        return new FormIntake.Outcome.Faulty(List.of(faults));
    }
}
