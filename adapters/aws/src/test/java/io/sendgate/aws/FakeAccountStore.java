package io.sendgate.aws;

import io.sendgate.account.AccountId;
import io.sendgate.account.AccountProfile;
import io.sendgate.account.AccountState;
import io.sendgate.account.HandOff;
import io.sendgate.account.Help;
import io.sendgate.account.PlatformState;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Accounts in memory, every read of them counted.
final class FakeAccountStore implements AccountStore {

    final AtomicInteger reads = new AtomicInteger();
    volatile Runnable beforeRead = () -> {};

    private final Map<AccountId, AccountState> accounts = new ConcurrentHashMap<>();

    void open(AccountId id, Optional<AccountId> parent) {
        accounts.put(id, AccountState.opened(id, profile(parent)));
    }

    private static AccountProfile profile(Optional<AccountId> parent) {
        return new AccountProfile(
                "Ada Plumbing",
                List.of(),
                Optional.empty(),
                "US",
                Optional.empty(),
                Map.of(),
                Help.NONE,
                "customerflows",
                Optional.empty(),
                Optional.empty(),
                HandOff.DIRECT,
                parent,
                Optional.empty(),
                Optional.empty(),
                false,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public Optional<AccountState> newest(AccountId account) {
        reads.incrementAndGet();
        beforeRead.run();
        return Optional.ofNullable(accounts.get(account));
    }

    @Override
    public Optional<AccountState> entry(AccountId account, long number) {
        return newest(account).filter(state -> state.entry() == number);
    }

    @Override
    public Optional<AccountState> append(AccountState next, String change, Instant at) {
        accounts.put(next.id(), next);
        return Optional.empty();
    }

    @Override
    public PlatformState platform() {
        reads.incrementAndGet();
        return PlatformState.NEW;
    }

    @Override
    public Optional<PlatformState> platform(long number) {
        return Optional.of(PlatformState.NEW);
    }

    @Override
    public Optional<PlatformState> append(PlatformState next, String change, Instant at) {
        return Optional.empty();
    }

    @Override
    public List<AccountId> accounts() {
        return List.copyOf(accounts.keySet());
    }
}
