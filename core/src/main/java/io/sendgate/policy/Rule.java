package io.sendgate.policy;

import io.sendgate.consent.Scope;
import io.sendgate.consent.Source;
import io.sendgate.consent.Tier;
import io.sendgate.decision.Outcome;
import io.sendgate.decision.ReasonCode;
import io.sendgate.message.MessageClass;
import io.sendgate.message.Origin;
import io.sendgate.message.Purpose;
import io.sendgate.time.OpenHours;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One rule of a policy, as data. Nine kinds are enough; the document names the kind.
public sealed interface Rule {

    /// What every rule has.
    Head head();

    /// What every rule has.
    ///
    /// @param id its name within the document
    /// @param clause the clause it enforces
    /// @param when the messages it speaks of
    /// @param code the reason it gives when it fails
    /// @param effect what failing means
    record Head(String id, String clause, When when, ReasonCode code, Effect effect) {}

    /// What a failing rule does.
    enum Effect implements io.sendgate.contact.Term {
        DENY,
        REVIEW,
        DEFER,
        ADVISE;

        /// The outcome of a reason with this effect; advice allows.
        public Outcome outcome() {
            return switch (this) {
                case DENY -> Outcome.DENY;
                case REVIEW -> Outcome.REVIEW;
                case DEFER -> Outcome.DEFER;
                case ADVISE -> Outcome.ALLOW;
            };
        }
    }

    /// Kind `forbid`: the filter is the rule.
    record Forbid(Head head) implements Rule {}

    /// Kind `require`: one fact of the account, the recipient or the request must hold.
    record Require(Head head, Requirement requirement) implements Rule {}

    /// Kind `consent`: the recipient's consent must have one quality.
    record RequireConsent(Head head, Quality quality) implements Rule {}

    /// Kind `opt-out`: nobody who has opted out is written to.
    ///
    /// @param scope how much an opt-out ends at least; a wider opt-out ends what it says
    /// @param endsWithMarketing purposes that an opt-out from marketing ends too
    /// @param exceptions purposes that go on with a verified reference
    /// @param exceptionClause the clause the exceptions come from
    record HonorOptOut(
            Head head,
            Scope scope,
            Set<Purpose> endsWithMarketing,
            List<Exception> exceptions,
            Optional<String> exceptionClause)
            implements Rule {

        /// A purpose group that goes on after an opt-out, given a reference on record.
        ///
        /// @param kind `booking`, `payment` or `purchase`
        /// @param status `open`, `completed` or `cancelled`
        public record Exception(Set<Purpose> purposes, String kind, String status) {}
    }

    /// Kind `limit`: at most so many allowed messages in a rolling period.
    ///
    /// @param max how many; the last one that fits is allowed
    /// @param per the rolling period, half-open: a grant at `t` counts before `t + per`
    /// @param classes the classes that count; empty for all but service
    /// @param origins the origins that count; empty for all
    /// @param key what must be the same for two messages to count together
    /// @param cadence whether a recipient's own `maxPerWeek` replaces `max` where it is higher
    /// @param liftedByInbound a message from the recipient within this period lifts the limit
    record Limit(
            Head head,
            int max,
            Duration per,
            Set<MessageClass> classes,
            Set<Origin> origins,
            Key key,
            boolean cadence,
            Optional<Duration> liftedByInbound)
            implements Rule {

        /// What must be the same for two messages to count together.
        public enum Key implements io.sendgate.contact.Term {
            /// The recipient alone.
            RECIPIENT,
            /// The recipient and the subject.
            SUBJECT,
            /// The recipient and the sequence; a message without one counts with all.
            SEQUENCE,
            /// The recipient and the text.
            BODY
        }
    }

    /// Kind `hours`: messages go only in these hours where the recipient is.
    ///
    /// @param open open hours by weekday, local to the recipient
    record Hours(Head head, OpenHours open) implements Rule {}

    /// Kind `text`: the message must, or must not, contain something.
    ///
    /// @param suggestion words that would satisfy it, for the fix
    record Text(Head head, Content content, boolean must, Optional<String> suggestion)
            implements Rule {}

    /// Kind `media`: pictures and files must have been scanned and found harmless.
    ///
    /// @param labels scanner words that bar the message, lower case; empty for "must be scanned"
    /// @param threshold the least confidence that counts, from 0 to 1
    record MediaVerdict(Head head, Set<String> labels, double threshold) implements Rule {}

    /// What a `require` rule asks for.
    sealed interface Requirement {

        /// The account has declared something.
        record Attested(String name) implements Requirement {}

        /// The sender is registered to the account.
        record SenderOwned() implements Requirement {}

        /// A relationship with the recipient is on record.
        record Relationship() implements Requirement {}

        /// The request names a reference that is on record.
        record Reference(String kind, String status) implements Requirement {}

        /// The recipient wrote on this channel within a period.
        record InboundWithin(Duration period) implements Requirement {}

        /// The template that the request names is approved.
        record TemplateApproved() implements Requirement {}

        /// The account is on this tier.
        record OnTier(String tier) implements Requirement {}

        /// The account's profile has this member.
        record ProfileMember(String member) implements Requirement {}
    }

    /// What a `consent` rule asks for.
    sealed interface Quality {

        /// A consent is there, confirmed and not run out.
        record Present() implements Quality {}

        /// It covers the message's purpose.
        record ForPurpose() implements Quality {}

        /// It is of at least this tier.
        ///
        /// @param conversationOn channels on which a conversation counts in its place
        record OfTier(Tier least, Set<io.sendgate.contact.Channel> conversationOn) implements Quality {}

        /// Its evidence is on record.
        record Proven() implements Quality {}

        /// The number does not come from one of these sources.
        record NotFrom(Set<Source> barred) implements Quality {}

        /// It, or the recipient's last message, is no older than the account's expectation window.
        record Expected() implements Quality {}
    }

    /// What a `text` rule looks for.
    sealed interface Content {

        /// A term of a word list.
        record Listed(String lexicon) implements Content {}

        /// One of the business's names.
        record BusinessName() implements Content {}
    }
}
