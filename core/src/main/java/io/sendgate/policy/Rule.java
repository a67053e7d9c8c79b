package io.sendgate.policy;

import io.sendgate.consent.Scope;
import io.sendgate.consent.Source;
import io.sendgate.consent.Tier;
import io.sendgate.contact.Channel;
import io.sendgate.decision.Outcome;
import io.sendgate.decision.ReasonCode;
import io.sendgate.message.MessageClass;
import io.sendgate.message.Origin;
import io.sendgate.message.Purpose;
import io.sendgate.time.OpenHours;

import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One rule of a policy, as data; the document names its kind.
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
    /// @param advice for one that only advises, its own words; the fix's where there are none
    record Head(
            String id,
            String clause,
            When when,
            ReasonCode code,
            Effect effect,
            Optional<String> advice) {}

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
    ///
    /// @param bulk from where on a text counts as a broadcast's though nobody has said so
    record Forbid(Head head, Optional<Bulk> bulk) implements Rule {

        /// The same text to so many people.
        ///
        /// @param recipients how many, at least two
        /// @param within how far apart its messages may lie to count together
        public record Bulk(int recipients, Duration within) {}
    }

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
            /// The recipient and the subject; a message without one counts with all.
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
    /// @param places which texts it looks into
    record Text(
            Head head,
            Content content,
            boolean must,
            Optional<String> suggestion,
            Set<Place> places)
            implements Rule {}

    /// Kind `throughput`: messages go no faster than a line lets them.
    ///
    /// @param messagesPerMinute the most in any minute, of all accounts under the document
    ///     together; empty for the account's own rate, where it has one
    record Throughput(Head head, Optional<Integer> messagesPerMinute) implements Rule {}

    /// A text that a rule can look into.
    enum Place implements io.sendgate.contact.Term {
        /// What is sent.
        BODY,
        /// What an account writes down about a recipient.
        NOTE
    }

    /// Kind `media`: pictures and files must have been scanned and found harmless.
    ///
    /// @param labels scanner words that bar the message, lower case; empty for "must be scanned"
    /// @param threshold the least confidence that counts, from 0 to 1
    record MediaVerdict(Head head, Set<String> labels, double threshold) implements Rule {}

    /// What a `require` rule asks for.
    sealed interface Requirement {

        /// The account has declared something.
        ///
        /// @param byRoot whether it is enough that the root of its family has
        record Attested(String name, boolean byRoot) implements Requirement {}

        /// What the account has declared is no older than a period; nothing declared is nothing
        /// stale.
        record AttestedWithin(String name, Duration period) implements Requirement {}

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

        /// A member of the account's profile, where it is stated, is one of these words.
        record ProfileWord(String member, Set<String> words) implements Requirement {

            /// Copies the set, so that it never changes.
            public ProfileWord {
                words = Set.copyOf(words);
            }
        }

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
        /// @param dealings what, on record, makes a weaker one enough
        record OfTier(Tier least, Set<Channel> conversationOn, Optional<Dealings> dealings)
                implements Quality {}

        /// Its evidence is on record.
        record Proven() implements Quality {}

        /// The number does not come from one of these sources.
        record NotFrom(Set<Source> barred) implements Quality {}

        /// It, or the recipient's last message, is no older than the account's expectation window.
        record Expected() implements Quality {}

        /// One of this tier is no older than a period; a stronger one does not age.
        ///
        /// @param longest how long it holds, in calendar days of UTC; a message renews it
        /// @param dealings what, on record, lets it hold for longer
        /// @param afterDealings for how long, from the last of them
        record Fresh(Tier tier, Period longest, Optional<Dealings> dealings, Period afterDealings)
                implements Quality {}
    }

    /// Business that was done with the recipient, as the account has put it on record.
    ///
    /// @param relationships types of relationship that show it
    /// @param references kinds of reference that show it, unless cancelled
    record Dealings(Set<String> relationships, Set<String> references) {

        /// Copies the sets, so that they never change.
        public Dealings {
            relationships = Set.copyOf(relationships);
            references = Set.copyOf(references);
        }
    }
}
