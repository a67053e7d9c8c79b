package io.sendgate.consent;

import io.sendgate.account.AccountId;
import io.sendgate.contact.Channel;
import io.sendgate.message.MessageClass;
import io.sendgate.message.Purpose;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A consent in force, as the recipient's state keeps it; its evidence is in the entry it names.
///
/// @param entry the ledger entry that holds the evidence
/// @param account the account that captured it and for which alone it holds
/// @param at when the person agreed
/// @param recorded when the suite learnt of it: the time of the entry
/// @param until the first instant at which it no longer holds; empty for one without end
/// @param maxPerWeek how many marketing messages a week the person asked for
/// @param proven whether evidence is on record
public record Consent(
        long entry,
        AccountId account,
        Channel channel,
        List<Coverage> purposes,
        Tier tier,
        Method method,
        Source source,
        Instant at,
        Instant recorded,
        Optional<Instant> until,
        Optional<Integer> maxPerWeek,
        boolean proven) {

    /// Copies the list, so that a consent never changes.
    public Consent {
        purposes = List.copyOf(purposes);
    }

    /// Whether it was given to this account for this channel.
    public boolean isFor(AccountId asking, Channel on) {
        return account.equals(asking) && channel.covers(on);
    }

    /// Whether it speaks for a message of this purpose and class.
    public boolean covers(Purpose purpose, MessageClass messageClass) {
        return purposes.stream().anyMatch(coverage -> coverage.covers(purpose, messageClass));
    }

    /// Whether it has not run out.
    public boolean holdsAt(Instant instant) {
        return until.isEmpty() || instant.isBefore(until.get());
    }

    /// The same consent for these purposes only.
    public Consent covering(List<Coverage> rest) {
        return new Consent(
                entry,
                account,
                channel,
                rest,
                tier,
                method,
                source,
                at,
                recorded,
                until,
                maxPerWeek,
                proven);
    }
}
