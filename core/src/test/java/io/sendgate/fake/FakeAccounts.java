package io.sendgate.fake;

import io.sendgate.account.AccountFacts;
import io.sendgate.account.AccountId;
import io.sendgate.account.AccountProfile;
import io.sendgate.account.AccountState;
import io.sendgate.account.PlatformState;
import io.sendgate.gate.Accounts;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/// Accounts in memory whose leases always hold.
public final class FakeAccounts implements Accounts {

    private final Map<AccountId, AccountState> accounts = new ConcurrentHashMap<>();

    /// Opens an account.
    public void open(AccountId id, AccountProfile profile) {
        accounts.put(id, AccountState.opened(id, profile));
    }

    /// Changes an account.
    public void change(AccountId id, UnaryOperator<AccountState> change) {
        accounts.computeIfPresent(id, (key, state) -> change.apply(state));
    }

    @Override
    public Optional<Lease> facts(AccountId account) {
        return Optional.ofNullable(accounts.get(account)).map(this::lease);
    }

    private Lease lease(AccountState state) {
        AccountState root = Optional.ofNullable(accounts.get(state.root())).orElseThrow();
        AccountFacts facts = new AccountFacts(state, root, PlatformState.NEW);
        return new Lease() {
            @Override
            public AccountFacts facts() {
                return facts;
            }

            @Override
            public boolean holds() {
                return true;
            }
        };
    }
}
