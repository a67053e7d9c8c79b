package io.sendgate.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sendgate.account.AccountId;
import io.sendgate.gate.Accounts.Lease;
import io.sendgate.gate.FactsUnavailable;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

class LeasedAccountsTest {

    private static final AccountId ROOT = new AccountId("acct_root");
    private static final AccountId BRANCH = new AccountId("acct_branch");
    private static final Duration TERM = Duration.ofSeconds(2);

    private final FakeClock clock = new FakeClock();
    private final FakeAccountStore store = new FakeAccountStore();
    private final LeasedAccounts accounts = new LeasedAccounts(store, TERM, clock, clock);

    @Test
    void factsAreReadOnceAndReliedOnUntilTheLeaseEnds() {
        store.open(ROOT, Optional.empty());

        Lease first = accounts.facts(ROOT).orElseThrow();
        clock.advance(TERM.minusNanos(1));
        assertThat(first.holds()).isTrue();
        assertThat(accounts.facts(ROOT)).containsSame(first);
        assertThat(store.reads).hasValue(2);

        clock.advance(Duration.ofNanos(1));
        assertThat(first.holds()).isFalse();
        assertThat(accounts.facts(ROOT).orElseThrow()).isNotSameAs(first);
    }

    @Test
    void aLeaseBeginsBeforeItsReadsAreSent() {
        store.open(ROOT, Optional.empty());
        store.beforeRead = () -> clock.advance(TERM);

        assertThat(accounts.facts(ROOT).orElseThrow().holds()).isFalse();
    }

    @Test
    void aCopyThatWasFrozenFindsItsLeasesEndedByTheWallClock() {
        store.open(ROOT, Optional.empty());
        Lease lease = accounts.facts(ROOT).orElseThrow();

        clock.moveWall(Duration.ofHours(1));

        assertThat(lease.holds()).isFalse();
    }

    @Test
    void aWallClockSetBackEndsLeasesToo() {
        store.open(ROOT, Optional.empty());
        Lease lease = accounts.facts(ROOT).orElseThrow();

        clock.moveWall(Duration.ofSeconds(-1));

        assertThat(lease.holds()).isFalse();
    }

    @Test
    void aSubAccountComesWithItsRoot() {
        store.open(ROOT, Optional.empty());
        store.open(BRANCH, Optional.of(ROOT));

        Lease lease = accounts.facts(BRANCH).orElseThrow();

        assertThat(lease.facts().account().id()).isEqualTo(BRANCH);
        assertThat(lease.facts().root().id()).isEqualTo(ROOT);
        assertThat(store.reads).hasValue(3);
    }

    @Test
    void anAccountThatIsNotThereIsLookedForEachTime() {
        assertThat(accounts.facts(ROOT)).isEmpty();
        store.open(ROOT, Optional.empty());

        assertThat(accounts.facts(ROOT)).isPresent();
    }

    @Test
    void whatCannotBeReadIsUnavailableAndTriedAgainTheNextTime() {
        store.open(ROOT, Optional.empty());
        store.beforeRead =
                () -> {
                    throw new FactsUnavailable("down");
                };
        assertThatThrownBy(() -> accounts.facts(ROOT)).isInstanceOf(FactsUnavailable.class);

        store.beforeRead = () -> {};

        assertThat(accounts.facts(ROOT)).isPresent();
    }

    @Test
    void manyCallersAtOnceShareOneReading() throws Exception {
        store.open(ROOT, Optional.empty());
        store.beforeRead = () -> sleep(Duration.ofMillis(200));

        try (ExecutorService threads = Executors.newFixedThreadPool(32)) {
            List<Future<Optional<Lease>>> callers =
                    IntStream.range(0, 32)
                            .mapToObj(i -> threads.submit(() -> accounts.facts(ROOT)))
                            .toList();
            for (Future<Optional<Lease>> caller : callers) {
                assertThat(caller.get()).isPresent();
            }
        }

        assertThat(store.reads).hasValue(2);
    }

    private static void sleep(Duration duration) {
        new MachineClock().pause(duration);
    }
}
