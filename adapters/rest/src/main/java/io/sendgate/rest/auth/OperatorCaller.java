package io.sendgate.rest.auth;

import io.sendgate.account.AccountId;

/// The operator of the platform.
public record OperatorCaller() implements Caller {

    @Override
    public boolean mayActFor(AccountId account) {
        return true;
    }

    @Override
    public String limit() {
        return "operator";
    }
}
