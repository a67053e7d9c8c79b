package io.sendgate.ledger;

import io.sendgate.account.AccountId;
import io.sendgate.consent.Scope;
import io.sendgate.consent.Tier;
import io.sendgate.contact.Channel;
import io.sendgate.decision.Outcome;
import io.sendgate.decision.ReasonCode;
import io.sendgate.message.MessageClass;
import io.sendgate.message.Purpose;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One thing that happened to a recipient, in the past tense and without personal data.
///
/// An entry or a note records one or several; the relay turns each into an event. What is personal
/// about it is the [Detail] beside it, which is kept sealed.
public sealed interface Change {

    /// A message was allowed and has taken its place in every cap.
    record Authorized(
            String id,
            Channel channel,
            Purpose purpose,
            MessageClass messageClass,
            Instant permitEnds,
            String policy,
            String policyVersion,
            Optional<String> hold)
            implements Change {}

    /// A message was refused: denied, deferred without a hold, or sent to review.
    record Refused(
            String id,
            Outcome outcome,
            Optional<Instant> until,
            List<ReasonCode> codes,
            Channel channel,
            Purpose purpose,
            String policy,
            String policyVersion,
            Optional<String> hold)
            implements Change {}

    /// A deferred message is kept and decided afresh at `until`; `attempt` counts the deferrals
    /// from 1.
    record Held(String id, Instant until, Instant holdEnds, List<ReasonCode> codes, int attempt)
            implements Change {}

    /// A held message has been decided for good.
    record HoldEnded(String id, String release, Outcome outcome, List<ReasonCode> codes)
            implements Change {}

    /// A held message was cancelled by its sender.
    record HoldCancelled(String id) implements Change {}

    /// A permit was taken up.
    record Redeemed(String id, long grant, Optional<String> keyHash) implements Change {}

    /// What became of an allowed message was reported.
    ///
    /// @param by `caller` or the provider's name
    /// @param messageHash hash of the provider and its message id
    record OutcomeReported(
            String id, long grant, Grant.Status status, String by, Optional<String> messageHash)
            implements Change {}

    /// Open permits fell: to an opt-out, a block or a standing.
    record PermitsRevoked(List<String> ids, String why) implements Change {}

    /// Permits ran out unredeemed and gave their places back.
    record PermitsExpired(List<String> ids) implements Change {}

    /// A consent was given.
    record ConsentGranted(
            String id,
            AccountId account,
            Channel channel,
            List<String> purposes,
            Tier tier,
            String method)
            implements Change {}

    /// A consent waits for the recipient's confirmation.
    record ConsentPending(
            String id, AccountId account, Channel channel, List<String> purposes, Instant until)
            implements Change {}

    /// A consent, or a pending opt-in, has run out.
    record ConsentExpired(String id, AccountId account, Channel channel, boolean pending)
            implements Change {}

    /// What was submitted as a consent was none.
    record ConsentRefused(String id, AccountId account, Channel channel, List<ReasonCode> codes)
            implements Change {}

    /// The recipient wishes not to be written to.
    record OptedOut(Scope scope, Optional<Channel> channel, Instant at, String via)
            implements Change {}

    /// The recipient lifted their opt-outs.
    record OptedIn(Channel channel, Instant at, String via) implements Change {}

    /// A message from the recipient was understood.
    ///
    /// @param intent `opt-out`, `opt-in`, `help`, `confirm`, `none` …
    /// @param provider who delivered it
    /// @param hint what the account may want to look at: `booking-cancel`, `opt-out-suspected`
    record MessageReceived(
            AccountId account,
            Channel channel,
            String intent,
            String provider,
            Instant at,
            Optional<String> hint)
            implements Change {}

    /// A reply is owed that the provider's answer could not carry.
    ///
    /// @param reply `opt-out-confirmation`, `opt-in-confirmation`, `help`, `confirm-opt-in` …
    record ReplyRequested(AccountId account, Channel channel, String reply, String text)
            implements Change {}

    /// A provider reported on a message.
    record DeliveryUpdated(
            Optional<String> authorization,
            String provider,
            String status,
            Optional<String> errorCode)
            implements Change {}

    /// Somebody complained.
    record ComplaintReceived(AccountId account, Channel channel, String provider)
            implements Change {}

    /// The recipient was blocked, or unblocked, for the family.
    record BlockChanged(boolean blocked, String why) implements Change {}

    /// Facts about the recipient were put on record.
    record FactsRecorded(AccountId account, List<String> members) implements Change {}

    /// A booking, payment or purchase was put on record.
    record ReferenceRecorded(AccountId account, String kind, String status) implements Change {}

    /// A full cap has a place again.
    record FrequencyReset(AccountId account, String rule) implements Change {}

    /// Everything but opt-outs and blocks was forgotten; the evidence goes within a day.
    record Erased() implements Change {}
}
