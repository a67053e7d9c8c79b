package io.sendgate.aws;

import io.sendgate.account.PlatformState;
import io.sendgate.gate.FactsUnavailable;

import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Changes the platform's ledger: a change is decided again for as long as others are faster.
public final class PlatformLedger {

    private static final int MOST_ATTEMPTS = 100;

    private final AccountStore store;

    /// The ledger in a store.
    public PlatformLedger(AccountStore store) {
        this.store = store;
    }

    /// Appends what a plan makes of the newest state; nothing where it makes nothing of it.
    ///
    /// @param change what happened, for whoever reads the ledger
    /// @param at business time
    /// @return the state that holds
    /// @throws FactsUnavailable where others are faster all the time
    public PlatformState change(String change, Instant at, UnaryOperator<PlatformState> plan) {
        PlatformState newest = store.platform();
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            PlatformState next = plan.apply(newest);
            Optional<PlatformState> winner =
                    next.equals(newest) ? Optional.empty() : store.append(next, change, at);
            if (winner.isEmpty()) {
                return next;
            }
            newest = winner.get();
        }
        throw new FactsUnavailable("the platform is being changed by others all the time");
    }
}
