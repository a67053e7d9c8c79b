package io.sendgate.accountstanding.accounts;

import io.sendgate.account.AccountId;
import io.sendgate.account.AccountState;
import io.sendgate.account.PlatformState;
import io.sendgate.aws.AccountStore;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Accounts' ledgers in memory, with rivals that take the next number first.
final class InMemoryAccounts implements AccountStore {

    private final Map<AccountId, List<AccountState>> ledgers = new HashMap<>();
    private final List<String> changes = new ArrayList<>();
    private final Deque<UnaryOperator<AccountState>> rivals = new ArrayDeque<>();
    private final List<String> journal;

    InMemoryAccounts(List<String> journal) {
        this.journal = journal;
    }

    /// Lets somebody else change the account just before the next append.
    void rival(UnaryOperator<AccountState> change) {
        rivals.add(change);
    }

    /// What was appended, as JSON text.
    List<String> changes() {
        return List.copyOf(changes);
    }

    @Override
    public Optional<AccountState> newest(AccountId account) {
        return Optional.ofNullable(ledgers.get(account)).map(List::getLast);
    }

    @Override
    public Optional<AccountState> entry(AccountId account, long number) {
        return ledgers.getOrDefault(account, List.of()).stream()
                .filter(state -> state.entry() == number)
                .findFirst();
    }

    @Override
    public Optional<AccountState> append(AccountState next, String change, Instant at) {
        Optional.ofNullable(rivals.poll())
                .ifPresent(
                        rival ->
                                put(
                                        newest(next.id())
                                                .map(rival)
                                                .orElseGet(() -> rival.apply(next))));
        Optional<AccountState> taken = entry(next.id(), next.entry());
        if (taken.isEmpty()) {
            put(next);
            changes.add(change);
            journal.add("append");
        }
        return taken;
    }

    private void put(AccountState state) {
        ledgers.computeIfAbsent(state.id(), id -> new ArrayList<>()).add(state);
    }

    @Override
    public PlatformState platform() {
        return PlatformState.NEW;
    }

    @Override
    public Optional<PlatformState> platform(long number) {
        return Optional.of(PlatformState.NEW);
    }

    @Override
    public Optional<PlatformState> append(PlatformState next, String change, Instant at) {
        throw new UnsupportedOperationException("nothing here changes the platform");
    }

    @Override
    public List<AccountId> accounts() {
        return List.copyOf(ledgers.keySet());
    }
}
