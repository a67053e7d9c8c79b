package io.sendgate.ledger;

import io.sendgate.account.AccountId;
import io.sendgate.contact.Channel;
import io.sendgate.contact.Term;
import io.sendgate.message.MessageClass;
import io.sendgate.message.Origin;
import io.sendgate.message.Purpose;

import java.time.Instant;
import java.util.Optional;

/// A place an allowed message has taken: what caps count and permits live on.
///
/// @param entry the ledger entry that granted it
/// @param at when it was allowed
/// @param subject hash of the subject; so are `sequence` and `body`
/// @param message hash of the provider's message id, once it is known
/// @param expires the first instant at which its permit may no longer be redeemed
/// @param returnable whether an unredeemed permit gives its place back when it expires
public record Grant(
        long entry,
        Instant at,
        AccountId account,
        Channel channel,
        Purpose purpose,
        MessageClass messageClass,
        Origin origin,
        Optional<String> subject,
        Optional<String> sequence,
        Optional<String> body,
        Optional<String> message,
        Status status,
        Instant expires,
        boolean returnable) {

    /// What became of it.
    public enum Status implements Term {
        /// Allowed, its permit open or run out.
        GRANTED,
        /// Taken up just before hand-off.
        REDEEMED,
        /// Handed to the provider.
        SENT,
        /// The provider could not deliver it; its place is given back.
        FAILED,
        /// It was never handed over; its place is given back.
        NOT_SENT,
        /// Its permit ran out unredeemed; its place is given back.
        EXPIRED,
        /// An opt-out, a block or a standing took its permit; its place stays taken.
        REVOKED
    }

    /// The status at an instant: an unredeemed permit that has run out gives its place back.
    public Status statusAt(Instant now) {
        boolean lapsed = returnable && status == Status.GRANTED && !now.isBefore(expires);
        return lapsed ? Status.EXPIRED : status;
    }

    /// Whether it fills its place at an instant.
    public boolean countsAt(Instant now) {
        return switch (statusAt(now)) {
            case GRANTED, REDEEMED, SENT, REVOKED -> true;
            case FAILED, NOT_SENT, EXPIRED -> false;
        };
    }

    /// Whether its permit may be redeemed at an instant.
    public boolean openAt(Instant now) {
        return status == Status.GRANTED && now.isBefore(expires);
    }

    /// The same grant in another status.
    public Grant as(Status newStatus) {
        return with(newStatus, message);
    }

    /// The same grant in another status, tied to a provider's message.
    public Grant with(Status newStatus, Optional<String> messageHash) {
        return new Grant(
                entry,
                at,
                account,
                channel,
                purpose,
                messageClass,
                origin,
                subject,
                sequence,
                body,
                messageHash.or(() -> message),
                newStatus,
                expires,
                returnable);
    }
}
