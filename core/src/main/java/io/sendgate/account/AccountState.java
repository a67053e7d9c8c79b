package io.sendgate.account;

import io.sendgate.standing.StandingState;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// An account as its newest ledger entry has it.
///
/// @param entry the number of that entry
/// @param profile what the operator put
/// @param keys its live keys
/// @param standing what stands against it, and what counts against it
/// @param blockedEndUsers the account's own users who may not send
/// @param extra members this version does not know, as JSON text, carried over untouched
public record AccountState(
        AccountId id,
        long entry,
        AccountProfile profile,
        List<ApiKey> keys,
        StandingState standing,
        Set<String> blockedEndUsers,
        Map<String, String> extra) {

    /// Copies the collections, so that a state never changes.
    public AccountState {
        keys = List.copyOf(keys);
        blockedEndUsers = Set.copyOf(blockedEndUsers);
        extra = Map.copyOf(extra);
    }

    /// A new account: no keys, good standing.
    public static AccountState opened(AccountId id, AccountProfile profile) {
        return new AccountState(id, 1, profile, List.of(), StandingState.GOOD, Set.of(), Map.of());
    }

    /// The account under which opt-outs, blocks and caps are kept.
    public AccountId root() {
        return profile.parent().orElse(id);
    }

    /// The live key with this hash.
    public Optional<ApiKey> key(String hash) {
        return keys.stream().filter(key -> key.hash().equals(hash)).findFirst();
    }

    /// This state with another profile, one entry later.
    public AccountState with(AccountProfile newProfile) {
        return new AccountState(id, entry + 1, newProfile, keys, standing, blockedEndUsers, extra);
    }

    /// This state with other keys, one entry later.
    public AccountState withKeys(List<ApiKey> newKeys) {
        return new AccountState(id, entry + 1, profile, newKeys, standing, blockedEndUsers, extra);
    }

    /// This state with other blocked end users, one entry later.
    public AccountState withBlockedEndUsers(Set<String> blocked) {
        return new AccountState(id, entry + 1, profile, keys, standing, blocked, extra);
    }

    /// This state with another standing, one entry later.
    public AccountState withStanding(StandingState next) {
        return new AccountState(id, entry + 1, profile, keys, next, blockedEndUsers, extra);
    }
}
