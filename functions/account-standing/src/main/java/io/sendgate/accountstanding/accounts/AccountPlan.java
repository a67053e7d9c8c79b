package io.sendgate.accountstanding.accounts;

import io.sendgate.account.AccountState;

/// What a use case makes of an account's newest state.
///
/// @param <T> what it answers
public sealed interface AccountPlan<T> {

    /// Nothing to change.
    record Keep<T>(T answer) implements AccountPlan<T> {}

    /// Nothing to change; but whoever made it so may still be waiting, so this caller waits too.
    record Confirm<T>(T answer) implements AccountPlan<T> {}

    /// A next state, to be appended.
    record Append<T>(AccountState next, AccountChange change, T answer) implements AccountPlan<T> {}
}
