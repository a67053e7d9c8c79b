package io.sendgate.aws;

import io.sendgate.account.AccountFacts;
import io.sendgate.account.AccountId;
import io.sendgate.account.AccountState;
import io.sendgate.account.PlatformState;
import io.sendgate.gate.Accounts;
import io.sendgate.gate.FactsUnavailable;
import io.sendgate.gate.SteadyClock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/// Accounts' facts under a lease: read once, relied on for a while, then read again.
///
/// A lease begins at the moment before its reads were sent. It is measured on the machine's
/// steady clock, and on its wall clock too, which a copy restored from a snapshot finds moved
/// on. While facts are being read, others who want the same account's wait for that one reading.
public final class LeasedAccounts implements Accounts {

    private static final int MOST_HELD = 10_000;

    private final AccountStore store;
    private final Duration term;
    private final SteadyClock steady;
    private final InstantSource wall;
    private final Map<AccountId, Held> held = new ConcurrentHashMap<>();
    private final Map<AccountId, CompletableFuture<Optional<Held>>> readings =
            new ConcurrentHashMap<>();
    private final Executor threads = task -> Thread.ofVirtual().start(task);

    /// Leases of a length.
    ///
    /// @param term how long facts may be relied on; whoever changes an account waits that long
    /// @param wall the machine's own time, never the suite's movable clock
    public LeasedAccounts(
            AccountStore store, Duration term, SteadyClock steady, InstantSource wall) {
        this.store = store;
        this.term = term;
        this.steady = steady;
        this.wall = wall;
    }

    @Override
    public Optional<Lease> facts(AccountId account) {
        Optional<Held> warm = Optional.ofNullable(held.get(account)).filter(Held::holds);
        return warm.or(() -> load(account)).map(lease -> lease);
    }

    private Optional<Held> load(AccountId account) {
        CompletableFuture<Optional<Held>> mine = new CompletableFuture<>();
        CompletableFuture<Optional<Held>> others = readings.putIfAbsent(account, mine);
        // A reading that began before this call may have missed an account that is there now.
        return others == null
                ? lead(account, mine)
                : joined(others).filter(Held::holds).or(() -> read(account));
    }

    private Optional<Held> lead(AccountId account, CompletableFuture<Optional<Held>> reading) {
        try {
            Optional<Held> fresh = read(account);
            fresh.ifPresent(lease -> keep(account, lease));
            reading.complete(fresh);
            return fresh;
        } catch (RuntimeException failed) {
            reading.completeExceptionally(failed);
            throw failed;
        } finally {
            readings.remove(account, reading);
        }
    }

    private void keep(AccountId account, Held lease) {
        if (held.size() >= MOST_HELD) {
            held.values().removeIf(old -> !old.holds());
        }
        if (held.size() >= MOST_HELD) {
            held.clear();
        }
        held.put(account, lease);
    }

    private Optional<Held> read(AccountId id) {
        long begunNanos = steady.nanos();
        Instant begun = wall.instant();
        // A parent never changes, so the last lease knows which root to read beside the account.
        Optional<AccountId> guess = Optional.ofNullable(held.get(id)).map(Held::root);
        CompletableFuture<Optional<AccountState>> account = later(() -> store.newest(id));
        CompletableFuture<PlatformState> platform = later(store::platform);
        CompletableFuture<Optional<AccountState>> root =
                guess.filter(known -> !known.equals(id))
                        .map(known -> later(() -> store.newest(known)))
                        .orElse(account);
        return joined(account)
                .map(state -> new AccountFacts(state, root(state, joined(root)), joined(platform)))
                .map(facts -> new Held(facts, begunNanos, begun));
    }

    private AccountState root(AccountState account, Optional<AccountState> read) {
        AccountId root = account.root();
        return read.filter(state -> state.id().equals(root))
                .or(() -> store.newest(root))
                .orElseThrow(() -> new FactsUnavailable("the account's root is missing"));
    }

    private <T> CompletableFuture<T> later(Supplier<T> read) {
        return CompletableFuture.supplyAsync(read, threads);
    }

    private static <T> T joined(CompletableFuture<T> reading) {
        try {
            return reading.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof FactsUnavailable unavailable
                    ? unavailable
                    : new FactsUnavailable("the account's facts cannot be read", failed);
        }
    }

    /// A lease that began at a moment of both clocks.
    private final class Held implements Lease {

        private final AccountFacts facts;
        private final long begunNanos;
        private final Instant begun;

        Held(AccountFacts facts, long begunNanos, Instant begun) {
            this.facts = facts;
            this.begunNanos = begunNanos;
            this.begun = begun;
        }

        @Override
        public AccountFacts facts() {
            return facts;
        }

        AccountId root() {
            return facts.root().id();
        }

        @Override
        public boolean holds() {
            return within(Duration.ofNanos(steady.nanos() - begunNanos))
                    && within(Duration.between(begun, wall.instant()));
        }

        private boolean within(Duration age) {
            return !age.isNegative() && age.compareTo(term) < 0;
        }
    }
}
