package io.sendgate.accountstanding.accounts;

import io.sendgate.account.AccountId;
import io.sendgate.account.AccountState;
import io.sendgate.rest.problem.Problem;

import jakarta.inject.Singleton;

import java.util.List;
import java.util.Optional;

/// Takes every key of an account that somebody else may hold: none is let in any more, anywhere,
/// once this has answered. The operator issues new ones.
@Singleton
public class FreezeKeys {

    private final AccountLoop loop;

    /// The use case over the loop.
    public FreezeKeys(AccountLoop loop) {
        this.loop = loop;
    }

    /// Freezes the keys of an account; a repeat changes nothing.
    ///
    /// @param caseId the case in which the break-in is looked into
    /// @throws io.sendgate.rest.problem.ProblemException 404 where there is no such account
    public void freeze(AccountId account, String caseId) {
        loop.<Boolean>run(
                account,
                newest ->
                        newest.map(state -> plan(state, caseId))
                                .orElseThrow(Problem.NOT_FOUND::toException));
    }

    private static AccountPlan<Boolean> plan(AccountState account, String caseId) {
        return account.keys().isEmpty()
                ? new AccountPlan.Confirm<>(false)
                : new AccountPlan.Append<>(
                        account.withKeys(List.of()),
                        AccountChange.byOperator("keys-frozen", Optional.of(caseId)),
                        true);
    }
}
