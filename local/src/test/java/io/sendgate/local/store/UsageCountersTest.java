package io.sendgate.local.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.sendgate.account.AccountId;
import io.sendgate.aws.Bandwidth;
import io.sendgate.aws.Slots;
import io.sendgate.aws.UsageCounters;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

class UsageCountersTest {

    private static final TestStore STORE = new TestStore();
    private static final Instant NOW = Entries.NOW;

    private final UsageCounters counters = copy();

    @AfterAll
    static void close() {
        STORE.close();
    }

    @BeforeEach
    void countAfresh() {
        STORE.calls.reset();
    }

    private static UsageCounters copy() {
        return new UsageCounters(STORE.client, STORE.tables);
    }

    @Test
    void aReservedRangeFollowsTheOneBefore() {
        Bandwidth shared = Bandwidth.ofPolicy("range", 4000, Duration.ZERO);

        Slots first = counters.reserve(shared, 100_000, NOW);
        STORE.calls.reset();
        Slots second = copy().reserve(shared, 1, NOW.plusSeconds(1));

        assertThat(first.first()).isEqualTo(NOW);
        assertThat(Duration.between(first.first(), first.last().plus(first.interval())))
                .isEqualTo(Duration.ofMinutes(25));
        assertThat(second.first()).isEqualTo(NOW.plus(Duration.ofMinutes(25)));
        assertThat(STORE.calls.writes()).isEqualTo(1);
    }

    @Test
    void anIdleBandwidthStartsNow() {
        Bandwidth shared = Bandwidth.ofPolicy("idle", 60, Duration.ZERO);
        counters.reserve(shared, 1, NOW);

        assertThat(counters.reserve(shared, 1, NOW.plusSeconds(60)).first())
                .isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void concurrentRangesNeverOverlap() throws Exception {
        Bandwidth shared = Bandwidth.ofPolicy("race", 6000, Duration.ZERO);
        List<Instant> starts = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            List<Future<Slots>> running =
                    IntStream.range(0, 16)
                            .mapToObj(i -> threads.submit(() -> copy().reserve(shared, 100, NOW)))
                            .toList();
            for (Future<Slots> one : running) {
                starts.add(one.get().first());
            }
        }

        assertThat(starts)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 16).mapToObj(NOW::plusSeconds).toList());
    }

    @Test
    void singleSendsShareABlockAndThenWaitForTheNextSlot() {
        Bandwidth own = Bandwidth.ofAccount(TestStore.ADA, 600, Duration.ofSeconds(1));

        List<Optional<Instant>> answers =
                IntStream.range(0, 12).mapToObj(i -> counters.take(own, NOW)).toList();

        assertThat(answers.subList(0, 11)).containsOnly(Optional.empty());
        assertThat(answers.get(11)).contains(NOW.plusMillis(100));
        assertThat(counters.take(own, NOW.plusMillis(100))).isEmpty();
        assertThat(STORE.calls.count(call -> !call.refused())).isEqualTo(2);
    }

    @Test
    void aSlotThatIsNotOpenYetIsNotTaken() {
        Bandwidth paced = Bandwidth.ofPolicy("paced", 60, Duration.ZERO);
        counters.take(paced, NOW);

        assertThat(counters.take(paced, NOW)).contains(NOW.plusSeconds(1));
        assertThat(counters.take(paced, NOW)).contains(NOW.plusSeconds(1));
        assertThat(counters.take(paced, NOW.plusSeconds(1))).isEmpty();
    }

    @Test
    void aSecondsCallsAreAddedUpAcrossCopies() {
        assertThat(counters.addRate("acct_rate", 100, 1_000)).isEqualTo(100);
        assertThat(copy().addRate("acct_rate", 50, 1_000)).isEqualTo(150);
        assertThat(counters.addRate("acct_rate", 7, 1_001)).isEqualTo(7);
        assertThat(copy().addRate("acct_rate", 1, 1_000)).isEqualTo(8);
    }

    @Test
    void aKeysUseIsNotedOnceAnHour() {
        AccountId id = new AccountId("acct_keys");
        counters.touchKey(id, "key_1", NOW);
        counters.touchKey(id, "key_1", NOW.plusSeconds(60));
        counters.touchKey(id, "key_2", NOW);
        assertThat(STORE.calls.writes()).isEqualTo(2);

        counters.touchKey(id, "key_1", NOW.plus(Duration.ofHours(1)));

        assertThat(counters.lastUsed(id))
                .containsEntry("key_1", NOW.plus(Duration.ofHours(1)))
                .containsEntry("key_2", NOW)
                .hasSize(2);
    }
}
