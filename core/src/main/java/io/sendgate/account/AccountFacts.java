package io.sendgate.account;

import java.util.Set;

/// Everything about the sending side that a decision rests on.
///
/// @param account the account that asks
/// @param root the root of its family; the same as `account` for a root
/// @param platform what holds for every account
public record AccountFacts(AccountState account, AccountState root, PlatformState platform) {

    /// The standing that holds: the worse of the account's and its root's.
    public Standing standing() {
        return account.standing().worse(root.standing());
    }

    /// The account's own users who may not send, its root's included.
    public boolean blocks(String endUser) {
        return account.blockedEndUsers().contains(endUser) || root.blockedEndUsers().contains(endUser);
    }

    /// The ids of the family that the caller's key may act for.
    public Set<AccountId> family() {
        return account.id().equals(root.id()) ? Set.of(root.id()) : Set.of(account.id(), root.id());
    }
}
