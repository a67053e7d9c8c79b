package io.sendgate.rest.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sendgate.rest.problem.ProblemException;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/// A caller may burst, and then goes at its rate.
class TokenBucketsTest {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000_000);
    private final TokenBuckets buckets = new TokenBuckets(100, 500, 1000, nanos::get);

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private long takenOf(int tries, String caller) {
        return IntStream.range(0, tries).filter(i -> buckets.take(caller).taken()).count();
    }

    @Test
    void aFullBucketGivesItsBurstAndNotOneMore() {
        assertThat(takenOf(501, "a")).isEqualTo(500);
    }

    @Test
    void anEmptyBucketFillsAtItsRateEvenWhereTheClockWrapsRound() {
        assertThat(takenOf(500, "a")).isEqualTo(500);
        pass(Duration.ofMillis(250));

        assertThat(takenOf(100, "a")).isEqualTo(25);
    }

    @Test
    void aBucketNeverHoldsMoreThanItsBurst() {
        takenOf(500, "a");
        pass(Duration.ofDays(1));

        assertThat(takenOf(1000, "a")).isEqualTo(500);
    }

    @Test
    void oneCallersHasteIsNotAnothers() {
        takenOf(500, "a");

        assertThat(buckets.take("b").taken()).isTrue();
    }

    @Test
    void bucketsAreBoundedInNumberAndTheOldestGivesWay() {
        TokenBuckets two = new TokenBuckets(1, 1, 2, nanos::get);
        two.take("a");
        two.take("b");
        two.take("a");
        two.take("c");

        assertThat(two.size()).isEqualTo(2);
        assertThat(two.take("a").taken()).isFalse();
        assertThat(two.take("b").taken()).isTrue();
    }

    @Test
    void manyThreadsTakeNoMoreThanThereIs() throws InterruptedException {
        AtomicInteger taken = new AtomicInteger();
        Thread[] threads = new Thread[8];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = Thread.ofVirtual().start(() -> taken.addAndGet((int) takenOf(200, "a")));
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(taken).hasValue(500);
    }

    @Test
    void theHeadersSayWhatIsLeftAndWhenToComeAgain() {
        RateLimit limit = RateLimit.perKey(nanos::get);
        assertThat(limit.count("a"))
                .containsEntry("RateLimit-Policy", "\"default\";q=500;w=5")
                .containsEntry("RateLimit", "\"default\";r=499;t=1");
        IntStream.range(0, 499).forEach(i -> limit.count("a"));

        ProblemException refused =
                catchThrowableOfType(ProblemException.class, () -> limit.count("a"));

        assertThat(refused.problem().status()).isEqualTo(429);
        assertThat(refused.headers())
                .containsEntry("Retry-After", "1")
                .containsEntry("RateLimit-Policy", "\"default\";q=500;w=5")
                .containsEntry("RateLimit", "\"default\";r=0;t=1");
    }
}
