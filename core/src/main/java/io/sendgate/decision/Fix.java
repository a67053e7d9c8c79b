package io.sendgate.decision;

import io.sendgate.account.SenderType;
import io.sendgate.consent.Tier;

import java.time.Instant;
import java.util.Set;

/// The least that would turn a reason.
public sealed interface Fix {

    /// Ask again at this instant or later.
    record SendAt(Instant instant) implements Fix {}

    /// Record a consent of at least this tier, with evidence, for the message's purpose.
    record RecordConsent(Tier least) implements Fix {}

    /// Wait until the recipient confirms the opt-in that is pending.
    record AwaitConfirmation() implements Fix {}

    /// Let the recipient opt in again, later than the opt-out.
    record AwaitOptIn() implements Fix {}

    /// Put a fact on record: a booking, a payment, a relationship.
    record RecordFact(String kind, String status) implements Fix {}

    /// Put on record what the recipient is to the account.
    record RecordRelationship() implements Fix {}

    /// Send from a sender that the account has registered.
    record RegisterSender() implements Fix {}

    /// Send from a sender of one of these types.
    record UseSender(Set<SenderType> types) implements Fix {}

    /// Put this into the text.
    record AddText(String text) implements Fix {}

    /// Take this out of the text.
    record RemoveText(String text) implements Fix {}

    /// Have the account declare this.
    record Attest(String name) implements Fix {}

    /// Use a template that is approved.
    ///
    /// @param category which
    record UseTemplate(String category) implements Fix {}

    /// Correct the account's profile.
    record CompleteProfile(String member) implements Fix {}

    /// Appeal, or wait for the account's standing to be restored.
    record Appeal() implements Fix {}

    /// A person must look.
    record AwaitReview() implements Fix {}

    /// Nothing the sender can do turns it.
    record None() implements Fix {}

    /// The sentence that the answer gives.
    default String sentence() {
        return switch (this) {
            case SendAt fix -> "Send at or after " + fix.instant();
            case RecordConsent fix ->
                    "Record a consent of at least tier "
                            + fix.least().term()
                            + " for this purpose and channel, with its evidence";
            case AwaitConfirmation fix -> "Wait until the recipient confirms the pending opt-in";
            case AwaitOptIn fix ->
                    "Send only after the recipient has opted in again, later than the opt-out";
            case RecordFact fix ->
                    "Put a "
                            + fix.kind()
                            + " with status "
                            + fix.status()
                            + " on record and name it in the request";
            case RecordRelationship fix -> "Put the relationship with the recipient on record";
            case RegisterSender fix -> "Send from a sender that is registered to the account";
            case UseSender fix ->
                    "Send from a sender of type "
                            + String.join(
                                    " or ",
                                    fix.types().stream().map(SenderType::term).sorted().toList());
            case AddText fix -> "Add to the message: " + fix.text();
            case RemoveText fix -> "Remove from the message: " + fix.text();
            case Attest fix -> "Record the attestation " + fix.name() + " on the account";
            case UseTemplate fix -> "Use an approved template: " + fix.category();
            case CompleteProfile fix -> "Complete the account: " + fix.member();
            case Appeal fix -> "Appeal, or wait until the account's standing is restored";
            case AwaitReview fix -> "Wait for the review";
            case None fix -> "Nothing the sender can do";
        };
    }
}
