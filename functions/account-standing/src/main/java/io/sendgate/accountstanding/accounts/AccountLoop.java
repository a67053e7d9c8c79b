package io.sendgate.accountstanding.accounts;

import io.sendgate.account.AccountId;
import io.sendgate.account.AccountState;
import io.sendgate.aws.AccountStore;
import io.sendgate.aws.Fence;
import io.sendgate.gate.FactsUnavailable;

import jakarta.inject.Singleton;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/// The loop that every change of an account goes through.
///
/// It plans on the newest state and appends. Where another has taken the number it plans again, on
/// the winner's state. A change of an account that was there before is answered once every running
/// copy obeys it.
@Singleton
public class AccountLoop {

    private static final int MOST_ATTEMPTS = 100;
    private static final long FIRST_ENTRY = 1;

    private final AccountStore store;
    private final Fence fence;
    private final InstantSource clock;

    /// The loop over one store.
    ///
    /// @param clock business time
    public AccountLoop(AccountStore store, Fence fence, InstantSource clock) {
        this.store = store;
        this.fence = fence;
        this.clock = clock;
    }

    /// Carries out what is planned.
    ///
    /// @param plan what to make of the newest state, empty where there is no such account; it is
    ///     asked again after each lost race, and what it throws is thrown
    /// @throws FactsUnavailable where the store cannot be used, or the account changes all the time
    public <T> T run(AccountId account, Function<Optional<AccountState>, AccountPlan<T>> plan) {
        Optional<AccountState> newest = store.newest(account);
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            switch (plan.apply(newest)) {
                case AccountPlan.Keep<T>(T answer) -> {
                    return answer;
                }
                case AccountPlan.Confirm<T>(T answer) -> {
                    fence.await();
                    return answer;
                }
                case AccountPlan.Append<T>(AccountState next, AccountChange change, T answer) -> {
                    Optional<AccountState> winner =
                            store.append(next, change.text(), clock.instant());
                    if (winner.isEmpty()) {
                        awaitObedience(next);
                        return answer;
                    }
                    newest = winner;
                }
            }
        }
        throw new FactsUnavailable("an account is being changed by others all the time");
    }

    private void awaitObedience(AccountState appended) {
        if (appended.entry() > FIRST_ENTRY) {
            fence.await();
        }
    }
}
