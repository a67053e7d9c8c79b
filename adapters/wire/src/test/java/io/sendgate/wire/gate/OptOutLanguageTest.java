package io.sendgate.wire.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.sendgate.consent.Intent;
import io.sendgate.decision.Decision;
import io.sendgate.decision.Outcome;
import io.sendgate.decision.ReasonCode;
import io.sendgate.ledger.Change;
import io.sendgate.ledger.Detail;
import io.sendgate.ledger.Entry;
import io.sendgate.ledger.RecipientState;
import io.sendgate.message.MessageClass;
import io.sendgate.message.Purpose;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Optional;

class OptOutLanguageTest {

    private final Gate gate = new Gate("crm-text");

    OptOutLanguageTest() {
        gate.optIn(MessageClass.MARKETING, Optional.empty());
        gate.optIn(MessageClass.TRANSACTIONAL, Optional.empty());
        gate.world.clock.advance(Duration.ofMinutes(1));
    }

    @Test
    void aPhraseIsAnOptOutAndTheEntryTellsWhy() {
        gate.hear("SM1", "please lose my number");

        assertThat(marketing().codes()).contains(ReasonCode.OPTED_OUT);
        Detail.InboundMessage detail = (Detail.InboundMessage) newest().detail().orElseThrow();
        assertThat(detail.span()).contains("lose my number");
        assertThat(detail.rule().orElseThrow()).startsWith("leave-alone@en@");
        assertThat(detail.confidence()).contains("certain");
    }

    @Test
    void aDoubtfulMessageHoldsMarketingAndNothingElse() {
        assertThat(gate.hear("SM1", "stop by tomorrow at 5").reply()).isEmpty();

        assertThat(marketing().outcome()).isEqualTo(Outcome.REVIEW);
        assertThat(marketing().codes()).contains(ReasonCode.OPT_OUT_SUSPECTED);
        assertThat(status().outcome()).isEqualTo(Outcome.ALLOW);
    }

    @Test
    void aStartAnswersTheDoubt() {
        gate.hear("SM1", "the end of the job");
        gate.world.clock.advance(Duration.ofMinutes(1));
        gate.hear("SM2", "START");

        assertThat(marketing().outcome()).isEqualTo(Outcome.ALLOW);
        assertThat(state().suspected()).isEmpty();
    }

    @Test
    void aDoubtBeforeAStartThatArrivedEarlierIsAnswered() {
        gate.hear("SM2", "START", Optional.of(gate.world.clock.instant()));
        gate.hear(
                "SM1",
                "the end of the job",
                Optional.of(gate.world.clock.instant().minusSeconds(5)));

        assertThat(marketing().outcome()).isEqualTo(Outcome.ALLOW);
    }

    @Test
    void aNewerCaptureAnswersTheDoubt() {
        gate.hear("SM1", "the end of the job");
        gate.world.clock.advance(Duration.ofMinutes(1));
        gate.optIn(MessageClass.MARKETING, Optional.empty());

        assertThat(marketing().outcome()).isEqualTo(Outcome.ALLOW);
    }

    @Test
    void aWrongNumberEndsEverythingAndNoStartBringsTheConsentsBack() {
        assertThat(gate.hear("SM1", "wrong number").intent()).isEqualTo(Intent.WRONG_NUMBER);
        assertThat(status().codes()).contains(ReasonCode.OPTED_OUT);
        gate.world.clock.advance(Duration.ofMinutes(1));
        gate.hear("SM2", "START");

        assertThat(state().consents()).isEmpty();
        assertThat(status().codes()).contains(ReasonCode.CONSENT_MISSING);
    }

    @Test
    void aBusinessCancelWithAnOpenBookingIsNoOptOut() {
        book();
        assertThat(gate.hear("SM1", "please cancel my appointment").reply().orElseThrow().kind())
                .isEqualTo("booking-cancel");

        assertThat(hint()).contains("booking-cancel");
        assertThat(marketing().outcome()).isEqualTo(Outcome.ALLOW);
    }

    @Test
    void aBusinessCancelWithNothingToCancelHasAPersonLook() {
        gate.hear("SM1", "please cancel my appointment");

        assertThat(marketing().codes()).contains(ReasonCode.OPT_OUT_SUSPECTED);
    }

    @Test
    void aBareCancelIsAnOptOutAndHintsAtTheBooking() {
        book();
        gate.hear("SM1", "Cancel");

        assertThat(marketing().codes()).contains(ReasonCode.OPTED_OUT);
        assertThat(hint()).contains("booking-cancel");
    }

    @Test
    void anEmergencyIsPointedToThoseWhoCanHelp() {
        assertThat(gate.hear("SM1", "I smell gas in the kitchen").reply().orElseThrow().text())
                .contains("911");
        assertThat(marketing().outcome()).isEqualTo(Outcome.ALLOW);
    }

    @Test
    void theReplySpeaksTheLanguageOfTheMessage() {
        assertThat(gate.hear("SM1", "no me manden más mensajes").reply().orElseThrow().text())
                .contains("ya no recibirá");
        gate.world.clock.advance(Duration.ofMinutes(1));
        assertThat(gate.hear("SM2", "START").reply().orElseThrow().text()).contains("opted in");
    }

    private void book() {
        gate.world
                .keepFacts()
                .keepReference(gate.world.facts(Gate.ADA), Gate.ANNE, "bk_1", "booking", "open");
    }

    private Optional<String> hint() {
        return newest().changes().stream()
                .filter(Change.MessageReceived.class::isInstance)
                .map(Change.MessageReceived.class::cast)
                .findFirst()
                .flatMap(Change.MessageReceived::hint);
    }

    private Decision marketing() {
        return gate.ask(Gate.marketing()).decision();
    }

    private Decision status() {
        return gate.ask(
                        Gate.request(
                                Purpose.JOB_STATUS,
                                Optional.empty(),
                                Optional.of("Ada Plumbing: we are on our way")))
                .decision();
    }

    private Entry newest() {
        return gate.world
                .ledger
                .newest(gate.world.ports().vault().tag(Gate.ADA, Gate.ANNE))
                .orElseThrow();
    }

    private RecipientState state() {
        return newest().state();
    }
}
