package io.sendgate.rest.auth;

import io.sendgate.account.AccountId;

/// Who is asking.
public sealed interface Caller permits AccountCaller, OperatorCaller {

    /// Whether what belongs to `account` is the caller's to see.
    boolean mayActFor(AccountId account);

    /// The name of the caller's rate limit: one for each key.
    String limit();
}
