package io.sendgate.aws;

import io.sendgate.account.AccountId;
import io.sendgate.account.AccountState;
import io.sendgate.account.PlatformState;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where the ledgers of accounts and of the platform are kept: the port to the store.
///
/// A state names its own number; it is appended by putting it if nobody has taken that number.
/// Every method throws [io.sendgate.gate.FactsUnavailable] where the store cannot be reached.
/// Whoever changes an account that others may be deciding on waits behind the [Fence] before
/// acknowledging.
public interface AccountStore {

    /// The account as it is now, read strongly.
    Optional<AccountState> newest(AccountId account);

    /// The account as its entry of that number left it.
    Optional<AccountState> entry(AccountId account, long number);

    /// Appends a state if nobody has taken its number.
    ///
    /// @param change what happened, in a word or as JSON, for whoever reads the ledger
    /// @param at business time
    /// @return the state that has taken the number; empty where this one was appended
    Optional<AccountState> append(AccountState next, String change, Instant at);

    /// The platform as it is now, read strongly; [PlatformState#NEW] before its first entry.
    PlatformState platform();

    /// The platform as its entry of that number left it; [PlatformState#NEW] for 0.
    Optional<PlatformState> platform(long number);

    /// Appends a state of the platform if nobody has taken its number.
    ///
    /// @param change what happened, in a word or as JSON, for whoever reads the ledger
    /// @param at business time
    /// @return the state that has taken the number; empty where this one was appended
    Optional<PlatformState> append(PlatformState next, String change, Instant at);

    /// Every account there is, in no order; reads the whole table.
    List<AccountId> accounts();
}
