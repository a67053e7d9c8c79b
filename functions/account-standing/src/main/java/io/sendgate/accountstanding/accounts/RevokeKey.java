package io.sendgate.accountstanding.accounts;

import io.sendgate.account.AccountId;
import io.sendgate.account.AccountState;
import io.sendgate.account.ApiKey;
import io.sendgate.rest.problem.Problem;
import io.sendgate.rest.problem.ProblemException;

import jakarta.inject.Singleton;

import java.util.List;
import java.util.Optional;

/// Takes a key from an account: once this has answered, the key is refused everywhere.
@Singleton
public class RevokeKey {

    private final AccountLoop loop;

    /// The use case over the loop.
    public RevokeKey(AccountLoop loop) {
        this.loop = loop;
    }

    /// Revokes a key.
    ///
    /// @param keyId its public name
    /// @throws ProblemException 404 where the account has no such key, or is not there
    public void revoke(AccountId account, String keyId) {
        loop.<AccountState>run(
                account,
                newest ->
                        newest.map(state -> plan(state, keyId))
                                .orElseThrow(Problem.NOT_FOUND::toException));
    }

    private static AccountPlan<AccountState> plan(AccountState account, String keyId) {
        List<ApiKey> left = account.keys().stream().filter(key -> !key.id().equals(keyId)).toList();
        if (left.size() == account.keys().size()) {
            throw Problem.NOT_FOUND.toException();
        }
        AccountState next = account.withKeys(left);
        return new AccountPlan.Append<>(
                next, AccountChange.byOperator("key-revoked", Optional.of(keyId)), next);
    }
}
