package io.sendgate.consent;

import io.sendgate.account.AccountId;
import io.sendgate.contact.Channel;

import java.util.List;
import java.util.Optional;

/// A person's wish not to be written to, held for the whole family of accounts.
///
/// @param channel the channel it is limited to; empty for all
/// @param act when they said so
/// @param revoked what it took from consents
public record OptOut(Scope scope, Optional<Channel> channel, Act act, List<Revoked> revoked) {

    /// Copies the list, so that an opt-out never changes.
    public OptOut {
        revoked = List.copyOf(revoked);
    }

    /// What an opt-out took from a consent: START gives it back, by keyword.
    public record Revoked(AccountId account, Channel channel, List<Coverage> purposes) {

        /// Copies the list, so that it never changes.
        public Revoked {
            purposes = List.copyOf(purposes);
        }
    }

    /// Whether it speaks for messages on `on`.
    public boolean appliesTo(Channel on) {
        return channel.isEmpty() || channel.get().covers(on);
    }

    /// Whether it ends at least what `other` ends.
    public boolean includes(OptOut other) {
        boolean scopeIncluded = scope == Scope.ALL || other.scope == Scope.MARKETING;
        boolean channelIncluded =
                channel.isEmpty()
                        || other.channel.isPresent() && channel.get().covers(other.channel.get());
        return scopeIncluded && channelIncluded;
    }
}
