package io.sendgate.rest.http;

import io.sendgate.account.AccountFacts;
import io.sendgate.account.AccountId;
import io.sendgate.account.AccountProfile;
import io.sendgate.account.AccountState;
import io.sendgate.account.ApiKey;
import io.sendgate.account.HandOff;
import io.sendgate.account.Help;
import io.sendgate.account.PlatformState;
import io.sendgate.gate.Accounts;
import io.sendgate.gate.FactsUnavailable;
import io.sendgate.wire.keys.ApiKeys;

import jakarta.inject.Singleton;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Ada with a sub-account, Bob without, and one whose facts cannot be had.
@Singleton
public class SampleAccounts implements Accounts {

    static final AccountId ADA = new AccountId("acct_ada");
    static final AccountId ADA_SUB = new AccountId("acct_adasub");
    static final AccountId BOB = new AccountId("acct_bob");
    static final AccountId DARK = new AccountId("acct_dark");

    private final Map<AccountId, String> keys;

    /// Everybody gets a key.
    public SampleAccounts() {
        ApiKeys mint = new ApiKeys(new SecureRandom());
        keys =
                Map.of(
                        ADA, mint.mint(ADA),
                        ADA_SUB, mint.mint(ADA_SUB),
                        BOB, mint.mint(BOB),
                        DARK, mint.mint(DARK));
    }

    /// The key of an account.
    public String key(AccountId account) {
        return keys.getOrDefault(account, "");
    }

    @Override
    public Optional<Lease> facts(AccountId account) {
        if (account.equals(DARK)) {
            throw new FactsUnavailable("for this test");
        }
        return Optional.ofNullable(keys.get(account)).map(key -> new Forever(facts(account, key)));
    }

    private AccountFacts facts(AccountId account, String key) {
        AccountState state = state(account, key);
        AccountState root = account.equals(ADA_SUB) ? state(ADA, key(ADA)) : state;
        return new AccountFacts(state, root, PlatformState.NEW);
    }

    private static AccountState state(AccountId account, String key) {
        Optional<AccountId> parent = account.equals(ADA_SUB) ? Optional.of(ADA) : Optional.empty();
        ApiKey kept = new ApiKey("key_1", ApiKeys.hash(key), Instant.EPOCH);
        return AccountState.opened(account, profile(parent)).withKeys(List.of(kept));
    }

    private static AccountProfile profile(Optional<AccountId> parent) {
        return new AccountProfile(
                "A business",
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

    private record Forever(AccountFacts facts) implements Lease {

        @Override
        public boolean holds() {
            return true;
        }
    }
}
