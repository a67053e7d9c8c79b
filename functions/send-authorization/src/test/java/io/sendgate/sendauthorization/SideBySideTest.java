package io.sendgate.sendauthorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

class SideBySideTest {

    @Test
    void neverMoreThan32WorkAtOnce() {
        AtomicInteger working = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Callable<Boolean> piece =
                () -> {
                    most.accumulateAndGet(working.incrementAndGet(), Math::max);
                    Thread.sleep(5);
                    working.decrementAndGet();
                    return Thread.currentThread().isVirtual();
                };

        List<Boolean> virtual =
                SideBySide.all(IntStream.range(0, 200).mapToObj(i -> piece).toList());

        assertThat(virtual).hasSize(200).containsOnly(true);
        assertThat(most.get()).isGreaterThan(1).isLessThanOrEqualTo(SideBySide.AT_ONCE);
    }

    @Test
    void resultsComeInTheOrderOfTheirWork() {
        List<Callable<Integer>> work =
                IntStream.range(0, 100)
                        .<Callable<Integer>>mapToObj(
                                i ->
                                        () -> {
                                            Thread.sleep((100 - i) / 10);
                                            return i;
                                        })
                        .toList();

        assertThat(SideBySide.all(work))
                .containsExactlyElementsOf(IntStream.range(0, 100).boxed().toList());
    }

    @Test
    void whatAPieceThrowsIsThrown() {
        Callable<Integer> failing =
                () -> {
                    throw new IllegalArgumentException("this piece");
                };

        assertThatThrownBy(() -> SideBySide.all(List.of(failing)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
