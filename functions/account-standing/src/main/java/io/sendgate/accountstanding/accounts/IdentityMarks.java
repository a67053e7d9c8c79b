package io.sendgate.accountstanding.accounts;

import io.sendgate.account.AccountId;
import io.sendgate.account.AccountProfile;
import io.sendgate.gate.Vault;
import io.sendgate.standing.SharedIdentity;

import jakarta.inject.Singleton;

import java.util.Set;
import java.util.stream.Collectors;

/// By what businesses are known again, as keyed hashes: nothing of them shows.
@Singleton
public class IdentityMarks {

    /// One key for all accounts, or two accounts' marks could not be compared.
    private static final AccountId EVERYBODY = new AccountId("acct_platform");

    private final Vault vault;

    /// Over the keys.
    public IdentityMarks(Vault vault) {
        this.vault = vault;
    }

    /// The marks of an account: two accounts with one in common are the same business.
    public Set<String> of(AccountProfile profile) {
        return SharedIdentity.marks(profile).stream()
                .map(mark -> vault.hash(EVERYBODY, "mark|" + mark))
                .collect(Collectors.toUnmodifiableSet());
    }
}
