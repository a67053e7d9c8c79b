package io.sendgate.rest.auth;

import io.sendgate.account.AccountFacts;
import io.sendgate.account.AccountId;
import io.sendgate.gate.Accounts;

/// An account that asks with its own key, or that is asked for with its root's.
///
/// @param lease the facts of the account acted for
/// @param keyOwner the account the key belongs to: the account itself, or its root
/// @param keyId the key's public name
public record AccountCaller(Accounts.Lease lease, AccountId keyOwner, String keyId)
        implements Caller {

    /// The account acted for, and everything about it.
    public AccountFacts facts() {
        return lease.facts();
    }

    /// The account acted for.
    public AccountId id() {
        return facts().account().id();
    }

    /// The root of its family.
    public AccountId root() {
        return facts().root().id();
    }

    /// Where its numbers without `+` are read, ISO 3166 alpha-2.
    public String country() {
        return facts().account().profile().country();
    }

    @Override
    public boolean mayActFor(AccountId account) {
        return account.equals(id());
    }

    @Override
    public String limit() {
        return keyOwner.value() + "/" + keyId;
    }

    @Override
    public String toString() {
        return "AccountCaller[" + id() + "]";
    }
}
