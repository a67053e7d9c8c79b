package io.sendgate.wire.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.sendgate.decision.Outcome;
import io.sendgate.decision.ReasonCode;
import io.sendgate.gate.AuthorizationRecord;
import io.sendgate.gate.ReportOutcome;
import io.sendgate.gate.SendAnswer;
import io.sendgate.gate.SendCommand.WhenBlocked;
import io.sendgate.ledger.IdMint;
import io.sendgate.ledger.IdPrefix;
import io.sendgate.ledger.NoteKey;
import io.sendgate.ledger.Ref;
import io.sendgate.message.MessageClass;
import io.sendgate.message.SendRequest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

class HeldMessagesTest {

    private static final Instant NIGHT = Instant.parse("2026-11-22T04:00:00Z");
    private static final Instant MORNING = Instant.parse("2026-11-22T14:00:00Z");

    private final Gate gate = new Gate("customerflows");

    @BeforeEach
    void anneWantsOffersAndItIsNight() {
        gate.optIn(MessageClass.MARKETING, Optional.empty());
        gate.world.clock.set(NIGHT);
    }

    @Test
    void aHeldMessageIsReleasedWhenTheMorningComes() {
        String hold = hold(Gate.marketing());
        release(hold, MORNING);

        AuthorizationRecord record = record(hold);
        assertThat(record.release()).map(one -> one.decision().outcome()).contains(Outcome.ALLOW);
        assertThat(record(record.release().orElseThrow().id()).releases()).contains(hold);
        assertThat(record.waitsUntil()).isEmpty();
    }

    @Test
    void releasingTwiceTakesOnePlace() {
        String hold = hold(Gate.marketing());
        release(hold, MORNING);
        String first = record(hold).release().orElseThrow().id();
        release(hold, MORNING);

        assertThat(record(hold).release().orElseThrow().id()).isEqualTo(first);
        assertThat(gate.ask(Gate.marketing()).decision().codes())
                .containsExactly(ReasonCode.FREQUENCY_CAP);
    }

    @Test
    void anOptOutDuringAHoldTurnsTheReleaseIntoADenial() {
        String hold = hold(Gate.marketing());
        gate.hear("SM1", "stop");
        release(hold, MORNING);

        AuthorizationRecord.Release release = record(hold).release().orElseThrow();
        assertThat(release.decision().outcome()).isEqualTo(Outcome.DENY);
        assertThat(release.decision().codes()).contains(ReasonCode.OPTED_OUT);
        assertThat(record(release.id()).releases()).contains(hold);
    }

    @Test
    void anInstantAfterWhichItIsNotWorthSendingTurnsTheReleaseIntoADenial() {
        String hold = hold(Gate.marketing().notAfter(MORNING.plusSeconds(60)));
        release(hold, MORNING.plusSeconds(61));

        assertThat(record(hold).release().orElseThrow().decision().codes())
                .containsExactly(ReasonCode.EXPIRED_BEFORE_SEND);
    }

    @Test
    void aHoldThatIsDeferredAgainWaitsAgain() {
        String hold = hold(Gate.marketing());
        gate.world.clock.set(MORNING);
        gate.ask(Gate.marketing());
        release(hold, MORNING);

        assertThat(record(hold).release()).isEmpty();
        assertThat(record(hold).waitsUntil()).contains(MORNING.plus(Duration.ofDays(7)));
    }

    @Test
    void aCancelledHoldIsNeverReleased() {
        String hold = hold(Gate.marketing());
        assertThat(gate.world.reportOutcome().cancel(gate.world.facts(Gate.ADA), hold))
                .isEqualTo(ReportOutcome.Answer.RECORDED);
        release(hold, MORNING);

        assertThat(record(hold).cancelled()).isTrue();
        assertThat(record(hold).release()).isEmpty();
        assertThat(gate.ask(Gate.marketing()).decision().allows()).isTrue();
    }

    @Test
    void theKeyOfAHoldAnswersItsReleaseOnceItIsAllowed() {
        Optional<String> key = Optional.of("order-1");
        SendRequest request = Gate.marketing();
        String hold = gate.ask(request, WhenBlocked.HOLD, key).id();
        assertThat(gate.ask(request, WhenBlocked.HOLD, key).id()).isEqualTo(hold);
        release(hold, MORNING);

        SendAnswer.Decided again = gate.ask(request, WhenBlocked.HOLD, key);
        assertThat(again.id()).isEqualTo(record(hold).release().orElseThrow().id());
        assertThat(again.decision().allows()).isTrue();
    }

    private String hold(SendRequest request) {
        SendAnswer.Decided held = gate.ask(request, WhenBlocked.HOLD, Optional.empty());
        assertThat(held.decision().outcome()).isEqualTo(Outcome.DEFER);
        return held.id();
    }

    private void release(String hold, Instant at) {
        gate.world.clock.set(at);
        IdMint.Located located = gate.world.ports().ids().locate(IdPrefix.AUTH, hold).orElseThrow();
        NoteKey key = NoteKey.of((Ref.Noted) located.ref());
        gate.world.releaseHold().release(located.tag(), key);
    }

    private AuthorizationRecord record(String id) {
        return gate.world.readAuthorizations().find(gate.world.facts(Gate.ADA), id).orElseThrow();
    }
}
