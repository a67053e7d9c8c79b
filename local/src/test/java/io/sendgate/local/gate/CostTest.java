package io.sendgate.local.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.sendgate.aws.CallCounter.Call;
import io.sendgate.consent.Intent;
import io.sendgate.gate.RedeemPermit;
import io.sendgate.gate.SendAnswer;
import io.sendgate.message.Purpose;
import io.sendgate.message.SendRequest;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/// What each operation costs in calls of the store, the account's facts being warm.
class CostTest {

    private static final EmbeddedGate GATE = new EmbeddedGate();

    @AfterAll
    static void close() {
        GATE.close();
    }

    @BeforeEach
    void warm() {
        GATE.warm();
    }

    @Test
    void anAllowIsOneReadAndOneWrite() {
        assertThat(GATE.ask(reminder(), Optional.empty()).decision().allows()).isTrue();

        assertThat(GATE.calls()).hasSize(2).noneMatch(Call::refused);
        assertThat(GATE.calls()).extracting(Call::operation).containsExactly("Query", "PutItem");
        assertThat(GATE.calls().getFirst().consistent()).isTrue();
    }

    @Test
    void theFenceCostsAnAuthorizationNothingWhileItsLeaseHolds() {
        GATE.ask(reminder(), Optional.empty());

        assertThat(GATE.allCalls()).hasSameSizeAs(GATE.calls());
    }

    @Test
    void aNewCopyReadsTheAccountAndThePlatformOnceAndTakesABlockOfPlacesOnTheLine() {
        EmbeddedGate cold = GATE.cold();

        assertThat(cold.ask(reminder(), Optional.empty()).decision().allows()).isTrue();

        assertThat(GATE.accountCalls())
                .filteredOn(call -> !call.refused())
                .extracting(Call::operation)
                .containsExactly("Query", "Query", "UpdateItem");
        assertThat(GATE.accountCalls())
                .filteredOn(call -> call.operation().equals("Query"))
                .allMatch(Call::consistent);
        assertThat(GATE.calls()).hasSize(2);
    }

    @Test
    void aRefusalIsOneReadAndOneWrite() {
        SendRequest promotion =
                GATE.request(Purpose.MARKETING, "20% off today, no name and no way out");
        assertThat(GATE.ask(promotion, Optional.empty()).decision().allows()).isFalse();

        assertThat(GATE.calls()).extracting(Call::operation).containsExactly("Query", "PutItem");
    }

    @Test
    void aStopIsOneReadAndOneWriteAndItsRepeatOneRead() {
        assertThat(GATE.hear("SM-cost", "STOP").intent()).isEqualTo(Intent.OPT_OUT);
        assertThat(GATE.calls()).extracting(Call::operation).containsExactly("Query", "PutItem");

        GATE.warm();
        assertThat(GATE.hear("SM-cost", "STOP").repeated()).isTrue();
        assertThat(GATE.calls()).extracting(Call::operation).containsExactly("Query");
    }

    @Test
    void aRepeatedKeyIsOneRead() {
        String id = GATE.ask(reminder(), Optional.of("key-1")).id();
        GATE.warm();

        assertThat(GATE.ask(reminder(), Optional.of("key-1")).id()).isEqualTo(id);
        assertThat(GATE.calls()).extracting(Call::operation).containsExactly("Query");
    }

    @Test
    void anAllowIsReadBackInFullBeforeAnythingWasRelayed() {
        SendAnswer.Decided allowed = GATE.ask(reminder(), Optional.empty());

        assertThat(GATE.read(allowed.id()))
                .isPresent()
                .get()
                .satisfies(
                        record -> {
                            assertThat(record.authorization().decision())
                                    .isEqualTo(allowed.decision());
                            assertThat(record.authorization().request()).isEqualTo(reminder());
                        });
        assertThat(GATE.redeem(allowed.id())).isInstanceOf(RedeemPermit.Answer.Redeemed.class);
    }

    @Test
    void aBatchCostsNeverMoreThanItsMessagesOneByOne() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<SendAnswer.Decided>> items =
                    IntStream.range(0, 100)
                            .<Callable<SendAnswer.Decided>>mapToObj(
                                    i ->
                                            () ->
                                                    GATE.ask(
                                                            GATE.reminderTo(1000 + i),
                                                            Optional.empty()))
                            .toList();
            threads.invokeAll(items);
        }
        assertThat(GATE.calls().stream().filter(Call::writes)).hasSize(100);
        assertThat(GATE.calls().stream().filter(call -> !call.writes())).hasSize(100);
    }

    @Test
    void aSecondsWorthOfMessagesCostsTheLineOneWrite() {
        EmbeddedGate copy = GATE.copy();
        GATE.warm();
        for (int i = 0; i < 100; i++) {
            copy.ask(GATE.reminderTo(2000 + i), Optional.empty());
        }
        assertThat(GATE.lineCalls().stream().filter(call -> !call.refused())).hasSize(1);
        assertThat(GATE.calls()).hasSize(200);
    }

    @Test
    void eachLostRaceIsOneFailedWriteMore() throws Exception {
        List<EmbeddedGate> running = IntStream.range(0, 8).mapToObj(i -> warmCopy(i)).toList();
        GATE.warm();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<SendAnswer.Decided>> copies =
                    running.stream()
                            .<Callable<SendAnswer.Decided>>map(
                                    copy -> () -> copy.ask(reminder(), Optional.empty()))
                            .toList();
            threads.invokeAll(copies);
        }
        long won = GATE.calls().stream().filter(call -> call.writes() && !call.refused()).count();
        long lost = GATE.calls().stream().filter(Call::refused).count();
        long reads = GATE.calls().stream().filter(call -> !call.writes()).count();
        assertThat(won).isEqualTo(8);
        assertThat(reads).isBetween(8L, 8 + lost);
    }

    /// A copy that holds places on the line.
    private static EmbeddedGate warmCopy(int which) {
        EmbeddedGate copy = GATE.copy();
        copy.ask(GATE.reminderTo(3000 + which), Optional.empty());
        return copy;
    }

    @Test
    void nothingUsesATransactionAnIndexOrTheTopic() {
        GATE.ask(reminder(), Optional.empty());
        GATE.hear("SM-index", "hello");

        assertThat(GATE.calls())
                .extracting(Call::operation)
                .allMatch(List.of("Query", "PutItem", "GetItem")::contains);
    }

    private static SendRequest reminder() {
        return GATE.request(Purpose.APPOINTMENT_REMINDER, "Ada Plumbing: tomorrow at ten");
    }
}
