package io.sendgate.local.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.sendgate.account.AccountId;
import io.sendgate.aws.UsageCounters;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

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
