package io.sendgate.account;

import io.sendgate.message.MessageClass;
import io.sendgate.standing.Restraint;
import io.sendgate.standing.StandingLevel;
import io.sendgate.standing.StandingState;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Everything about the sending side that a decision rests on.
///
/// @param account the account that asks
/// @param root the root of its family; the same as `account` for a root
/// @param platform what holds for every account
public record AccountFacts(AccountState account, AccountState root, PlatformState platform) {

    /// What the standing comes to: the worse of the account's and its root's.
    public StandingLevel level(Instant instant) {
        return account.standing().level(instant).worse(root.standing().level(instant));
    }

    /// What forbids a message, the account's and its root's, the worst first.
    ///
    /// @param sender the account's own user who sends, where the request names one
    public List<Restraint> bars(
            MessageClass messageClass, Optional<String> sender, Instant instant) {
        return standings()
                .flatMap(standing -> standing.bars(messageClass, sender, instant).stream())
                .sorted(Comparator.comparing(Restraint::level).reversed())
                .toList();
    }

    /// The warnings that a sender should hear of, the account's and its root's.
    ///
    /// @param sender as for [#bars]
    public List<Restraint> warnings(
            MessageClass messageClass, Optional<String> sender, Instant instant) {
        return standings()
                .flatMap(standing -> standing.warnings(messageClass, sender, instant).stream())
                .toList();
    }

    private Stream<StandingState> standings() {
        return account.id().equals(root.id())
                ? Stream.of(account.standing())
                : Stream.of(account.standing(), root.standing());
    }

    /// The account's own users who may not send, its root's included.
    public boolean blocks(String endUser) {
        return account.blockedEndUsers().contains(endUser)
                || root.blockedEndUsers().contains(endUser);
    }

    /// The ids of the family that the caller's key may act for.
    public Set<AccountId> family() {
        return account.id().equals(root.id()) ? Set.of(root.id()) : Set.of(account.id(), root.id());
    }
}
