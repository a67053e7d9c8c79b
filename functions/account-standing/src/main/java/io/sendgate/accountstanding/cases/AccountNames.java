package io.sendgate.accountstanding.cases;

import io.sendgate.account.AccountId;
import io.sendgate.aws.AccountStore;
import io.sendgate.gate.SteadyClock;

import jakarta.inject.Singleton;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Which account a name belongs to, where it is the name of one account only.
///
/// A name proves nothing; it only saves the operator the search. The names are read at most every
/// ten seconds, however many ask.
@Singleton
public class AccountNames {

    private static final Duration LIFE = Duration.ofSeconds(10);

    private final AccountStore store;
    private final SteadyClock steady;
    private Map<String, Set<AccountId>> names = Map.of();
    private long readAt;
    private boolean isRead;

    /// Over the accounts.
    public AccountNames(AccountStore store, SteadyClock steady) {
        this.store = store;
        this.steady = steady;
    }

    /// The one account of that name.
    synchronized Optional<AccountId> find(String name) {
        if (!isRead || steady.nanos() - readAt > LIFE.toNanos()) {
            names = read();
            readAt = steady.nanos();
            isRead = true;
        }
        return Optional.ofNullable(names.get(plain(name)))
                .filter(accounts -> accounts.size() == 1)
                .map(accounts -> accounts.iterator().next());
    }

    private Map<String, Set<AccountId>> read() {
        Map<String, Set<AccountId>> read = new HashMap<>();
        for (AccountId id : store.accounts()) {
            store.newest(id)
                    .ifPresent(
                            state ->
                                    state.profile()
                                            .names()
                                            .forEach(
                                                    name ->
                                                            read.computeIfAbsent(
                                                                            plain(name),
                                                                            it -> new TreeSet<>())
                                                                    .add(id)));
        }
        return read;
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
