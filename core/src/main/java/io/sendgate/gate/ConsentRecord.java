package io.sendgate.gate;

import io.sendgate.account.AccountId;
import io.sendgate.consent.Coverage;
import io.sendgate.consent.Method;
import io.sendgate.consent.Source;
import io.sendgate.consent.Tier;
import io.sendgate.contact.Channel;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.contact.Term;
import io.sendgate.decision.Reason;
import io.sendgate.ledger.Detail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A capture as it is on record, and what has become of it.
///
/// @param account the account that captured it
/// @param purposes what was agreed to
/// @param inForce what of it still holds; empty unless it is active
/// @param tier how strong a consent it is; what it would have been where it was refused
/// @param capturedAt when the person agreed
/// @param recordedAt when the suite learnt of it: business time
/// @param pendingUntil while it waits for a confirmation, when it lapses
/// @param endedAt when it was revoked or expired
/// @param reasons why it is no consent; empty for one that is
/// @param evidence the submitted capture, or the message it was given by
public record ConsentRecord(
        String id,
        AccountId account,
        PhoneNumber recipient,
        Channel channel,
        List<Coverage> purposes,
        List<Coverage> inForce,
        Method method,
        Source source,
        Tier tier,
        Instant capturedAt,
        Instant recordedAt,
        Status status,
        Optional<Instant> pendingUntil,
        Optional<Instant> endedAt,
        List<Reason> reasons,
        Optional<Detail> evidence) {

    /// Copies the lists, so that a record never changes.
    public ConsentRecord {
        purposes = List.copyOf(purposes);
        inForce = List.copyOf(inForce);
        reasons = List.copyOf(reasons);
    }

    /// What a capture is now.
    public enum Status implements Term {
        /// It counts.
        ACTIVE,
        /// It waits for the person's confirmation.
        PENDING,
        /// An opt-out has ended it, for good.
        REVOKED,
        /// It has run out, or was not confirmed in time.
        EXPIRED,
        /// It was no consent.
        REFUSED
    }
}
