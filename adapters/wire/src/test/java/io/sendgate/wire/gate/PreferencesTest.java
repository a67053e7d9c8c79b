package io.sendgate.wire.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.sendgate.consent.Intent;
import io.sendgate.consent.Tier;
import io.sendgate.contact.RecipientTag;
import io.sendgate.decision.Outcome;
import io.sendgate.decision.ReasonCode;
import io.sendgate.gate.RedeemPermit;
import io.sendgate.gate.SendAnswer;
import io.sendgate.ledger.Grant;
import io.sendgate.ledger.RecipientState;
import io.sendgate.message.MessageClass;
import io.sendgate.message.Purpose;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

class PreferencesTest {

    private final Gate gate = new Gate("backbone");

    @Test
    void everythingAfterAnOptOutIsRefusedUnderBackbone() {
        gate.optIn(MessageClass.TRANSACTIONAL, Optional.empty());
        gate.hear("SM1", "Quit");

        assertThat(status().codes()).contains(ReasonCode.OPTED_OUT);
        assertThat(status().outcome()).isEqualTo(Outcome.DENY);
    }

    @Test
    void startLiftsTheBlockButIsNoWrittenConsent() {
        gate.knowsAnne();
        gate.optIn(MessageClass.MARKETING, Optional.empty());
        assertThat(gate.ask(Gate.marketing()).decision().allows()).isTrue();
        gate.hear("SM1", "STOP");
        gate.hear("SM2", "START");

        assertThat(gate.ask(Gate.marketing()).decision().codes())
                .containsExactly(ReasonCode.CONSENT_TIER);
        assertThat(state().consents())
                .extracting(consent -> consent.tier())
                .containsOnly(Tier.EXPRESS);
    }

    @Test
    void aReplayedStartAfterALaterStopChangesNothing() {
        gate.optIn(MessageClass.TRANSACTIONAL, Optional.empty());
        gate.hear("SM1", "STOP");
        gate.hear("SM2", "START");
        gate.hear("SM3", "STOP");
        for (int i = 0; i < 40; i++) {
            gate.hear("SM-chat-" + i, "hello");
        }
        assertThat(gate.hear("SM2", "START").repeated()).isTrue();

        assertThat(status().codes()).contains(ReasonCode.OPTED_OUT);
    }

    @Test
    void afterFiftyStartsOnlyACaptureLiftsAnOptOut() {
        gate.optIn(MessageClass.TRANSACTIONAL, Optional.empty());
        for (int i = 0; i < 50; i++) {
            gate.hear("stop" + i, "STOP");
            gate.hear("start" + i, "START");
        }
        gate.hear("stop50", "STOP");
        gate.hear("start50", "START");
        assertThat(status().codes()).contains(ReasonCode.OPTED_OUT);

        gate.world.clock.advance(Duration.ofSeconds(1));
        gate.optIn(MessageClass.TRANSACTIONAL, Optional.empty());
        assertThat(status().outcome()).isEqualTo(Outcome.ALLOW);
    }

    @Test
    void aSecondStopGetsNoSecondConfirmation() {
        assertThat(gate.hear("SM1", "STOP").reply()).isPresent();
        assertThat(gate.hear("SM1", "STOP").reply()).isEmpty();
        assertThat(gate.hear("SM2", "stop").reply()).isEmpty();
    }

    @Test
    void aYesWithNothingPendingCreatesNothing() {
        assertThat(gate.hear("SM1", "YES").intent()).isEqualTo(Intent.CONFIRM);
        assertThat(state().consents()).isEmpty();
    }

    @Test
    void anOrdinaryMessageLiftsNothing() {
        gate.optIn(MessageClass.TRANSACTIONAL, Optional.empty());
        gate.hear("SM1", "STOP");
        gate.world.clock.advance(Duration.ofHours(1));
        gate.hear("SM2", "When do you come?");

        assertThat(status().codes()).contains(ReasonCode.OPTED_OUT);
        assertThat(state().consents()).isEmpty();
    }

    @Test
    void anOpenPermitFallsWithTheOptOutAndCannotBeRedeemed() {
        gate.optIn(MessageClass.TRANSACTIONAL, Optional.empty());
        SendAnswer.Decided allowed = gate.ask(jobStatus(), Gate.KEYED, Optional.of("k1"));
        gate.hear("SM1", "STOP");

        RedeemPermit.Answer answer =
                gate.world
                        .redeemPermit()
                        .redeem(gate.world.facts(Gate.ADA), allowed.id(), Optional.empty());
        assertThat(answer)
                .isInstanceOfSatisfying(
                        RedeemPermit.Answer.Refused.class,
                        refused ->
                                assertThat(refused.reasons())
                                        .extracting(reason -> reason.code())
                                        .contains(ReasonCode.OPTED_OUT));
        SendAnswer.Decided again = gate.ask(jobStatus(), Gate.KEYED, Optional.of("k1"));
        assertThat(again.id()).isEqualTo(allowed.id());
        assertThat(again.status()).contains(Grant.Status.REVOKED);
    }

    /// STOP and START with the provider's own times, in every order of arrival and with repeats.
    @Test
    void signedTimesLeadToOneStateInAnyOrder() {
        List<Said> acts =
                List.of(
                        new Said("a", "STOP", 10),
                        new Said("b", "START", 20),
                        new Said("c", "STOP", 30),
                        new Said("d", "START", 40),
                        new Said("b", "START", 20));
        List<List<ReasonCode>> ends = new ArrayList<>();
        permutations(acts.size())
                .forEach(
                        order -> {
                            Gate fresh = new Gate("backbone");
                            fresh.optIn(MessageClass.TRANSACTIONAL, Optional.empty());
                            fresh.world.clock.advance(Duration.ofMinutes(2));
                            order.forEach(i -> say(fresh, acts.get(i)));
                            ends.add(fresh.ask(jobStatus()).decision().codes());
                        });
        assertThat(ends).hasSize(120).containsOnly(List.of());
    }

    @Test
    void onATieTheOptOutWins() {
        gate.optIn(MessageClass.TRANSACTIONAL, Optional.empty());
        gate.world.clock.advance(Duration.ofMinutes(2));
        say(gate, new Said("a", "START", 10));
        say(gate, new Said("b", "STOP", 10));
        say(gate, new Said("c", "START", 10));

        assertThat(status().codes()).contains(ReasonCode.OPTED_OUT);
    }

    private record Said(String id, String text, int second) {}

    private static void say(Gate gate, Said said) {
        Instant at = io.sendgate.fake.FakeWorld.START.plusSeconds(said.second());
        gate.hear(said.id(), said.text(), Optional.of(at));
    }

    private static List<List<Integer>> permutations(int size) {
        List<List<Integer>> orders = List.of(List.of());
        for (int i = 0; i < size; i++) {
            int next = i;
            orders =
                    orders.stream()
                            .flatMap(
                                    order ->
                                            IntStream.rangeClosed(0, order.size())
                                                    .mapToObj(
                                                            at -> {
                                                                List<Integer> longer =
                                                                        new ArrayList<>(order);
                                                                longer.add(at, next);
                                                                return longer;
                                                            }))
                            .toList();
        }
        return orders;
    }

    private static io.sendgate.message.SendRequest jobStatus() {
        return Gate.request(
                Purpose.JOB_STATUS,
                Optional.empty(),
                Optional.of("Ada Plumbing: we are on our way"));
    }

    private io.sendgate.decision.Decision status() {
        return gate.ask(jobStatus()).decision();
    }

    private RecipientState state() {
        RecipientTag tag = gate.world.ports().vault().tag(Gate.ADA, Gate.ANNE);
        return gate.world.ledger.newest(tag).orElseThrow().state();
    }
}
