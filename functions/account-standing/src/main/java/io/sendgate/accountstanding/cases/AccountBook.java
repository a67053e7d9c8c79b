package io.sendgate.accountstanding.cases;

import io.sendgate.account.AccountFacts;
import io.sendgate.account.AccountId;
import io.sendgate.account.AccountState;
import io.sendgate.accountstanding.accounts.AccountChange;
import io.sendgate.accountstanding.accounts.AccountLoop;
import io.sendgate.accountstanding.accounts.AccountPlan;
import io.sendgate.aws.AccountStore;
import io.sendgate.gate.FactsUnavailable;
import io.sendgate.gate.PolicyBook;
import io.sendgate.policy.Policy;
import io.sendgate.rest.problem.Problem;
import io.sendgate.rest.problem.ProblemType;
import io.sendgate.rest.problem.Violation;
import io.sendgate.standing.StandingState;
import io.sendgate.standing.Step;

import jakarta.inject.Singleton;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Accounts as cases see them: their standing and their policy, read strongly.
@Singleton
public class AccountBook {

    private final AccountStore store;
    private final PolicyBook policies;
    private final AccountLoop loop;

    /// Over the accounts and the policies.
    public AccountBook(AccountStore store, PolicyBook policies, AccountLoop loop) {
        this.store = store;
        this.policies = policies;
        this.loop = loop;
    }

    /// The facts of an account as they are now; empty for an account there is not.
    Optional<AccountFacts> facts(AccountId account) {
        return store.newest(account)
                .map(state -> new AccountFacts(state, root(state), store.platform()));
    }

    private AccountState root(AccountState account) {
        return account.profile()
                .parent()
                .map(
                        root ->
                                store.newest(root)
                                        .orElseThrow(
                                                () -> new FactsUnavailable("a root is missing")))
                .orElse(account);
    }

    /// The facts of an account that a case is about.
    ///
    /// @throws FactsUnavailable where it is missing
    AccountFacts known(AccountId account) {
        return facts(account)
                .orElseThrow(() -> new FactsUnavailable("a case's account is missing"));
    }

    /// The policy that an account is under.
    Policy policy(AccountFacts facts, Instant now) {
        return policies.inForce(facts, now).policy();
    }

    /// Requires that a clause is one of a policy's.
    ///
    /// @throws io.sendgate.rest.problem.ProblemException 422 where it is not
    static void requireClause(Policy policy, String clause) {
        if (!policy.hasClause(clause)) {
            throw Problem.of(ProblemType.REFUSED)
                    .at(List.of(new Violation("/clause", "is no clause of the account's policy")))
                    .toException();
        }
    }

    /// Applies a step to an account's standing; it holds everywhere once this has answered. A step
    /// that was applied before changes nothing, and is waited for all the same.
    void apply(AccountId account, Step step, AccountChange change) {
        loop.<Boolean>run(
                account,
                newest ->
                        newest.map(state -> plan(state, step, change))
                                .orElseThrow(Problem.NOT_FOUND::toException));
    }

    private static AccountPlan<Boolean> plan(AccountState state, Step step, AccountChange change) {
        StandingState next = state.standing().after(step);
        return next.equals(state.standing())
                ? new AccountPlan.Confirm<>(false)
                : new AccountPlan.Append<>(state.withStanding(next), change, true);
    }
}
