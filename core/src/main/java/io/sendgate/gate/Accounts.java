package io.sendgate.gate;

import io.sendgate.account.AccountFacts;
import io.sendgate.account.AccountId;

import java.util.Optional;

/// Where accounts' facts are kept: the port that leases them.
public interface Accounts {

    /// The facts of an account under a lease; empty for an account there is not.
    ///
    /// @throws FactsUnavailable where they cannot be read
    Optional<Lease> facts(AccountId account);

    /// Facts that may be relied on for a while.
    interface Lease {

        /// The facts as they were when the lease began.
        AccountFacts facts();

        /// Whether they may still be relied on, by the machine's steady clock.
        boolean holds();
    }
}
