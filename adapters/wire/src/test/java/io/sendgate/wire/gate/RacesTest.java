package io.sendgate.wire.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.sendgate.account.HandOff;
import io.sendgate.decision.Outcome;
import io.sendgate.gate.SendAnswer;
import io.sendgate.gate.SendCommand.WhenBlocked;
import io.sendgate.message.MessageClass;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class RacesTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void sixtyFourAtOnceGetExactlyTheCap(int cap) throws Exception {
        for (int round = 0; round < 50; round++) {
            Gate gate = new Gate("customerflows", HandOff.REDEEM);
            gate.optIn(MessageClass.MARKETING, Optional.of(cap));
            List<SendAnswer.Decided> answers = together(64, () -> gate.ask(Gate.marketing()));

            assertThat(answers).filteredOn(answer -> answer.decision().allows()).hasSize(cap);
            assertThat(answers)
                    .filteredOn(answer -> !answer.decision().allows())
                    .allMatch(answer -> answer.decision().outcome() == Outcome.DEFER);
        }
    }

    @Test
    void theSameKeyAtOnceHasOneEffectAndOneId() throws Exception {
        for (int round = 0; round < 100; round++) {
            Gate gate = new Gate("customerflows");
            gate.optIn(MessageClass.MARKETING, Optional.of(5));
            List<SendAnswer.Decided> answers =
                    together(
                            5,
                            () ->
                                    gate.ask(
                                            Gate.marketing(),
                                            WhenBlocked.ANSWER,
                                            Optional.of("order-1")));
            Set<String> ids =
                    answers.stream()
                            .map(SendAnswer.Decided::id)
                            .collect(Collectors.toUnmodifiableSet());

            assertThat(ids).hasSize(1);
        }
    }

    @Test
    void noAllowIsOrderedAfterAnAcknowledgedStop() throws Exception {
        for (int round = 0; round < 100; round++) {
            Gate gate = new Gate("customerflows");
            gate.optIn(MessageClass.MARKETING, Optional.of(50));
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                Future<?> racing = threads.submit(() -> gate.ask(Gate.marketing()));
                threads.submit(() -> gate.hear("SM1", "STOP")).get();
                assertThat(gate.ask(Gate.marketing()).decision().outcome()).isEqualTo(Outcome.DENY);
                racing.get();
            }
        }
    }

    private static <T> List<T> together(int callers, Callable<T> call) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<T>> calls = IntStream.range(0, callers).mapToObj(i -> call).toList();
            return threads.invokeAll(calls).stream().map(Future::resultNow).toList();
        }
    }
}
