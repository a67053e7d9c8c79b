package io.sendgate.wire.policy;

import io.sendgate.account.AccountProfile;
import io.sendgate.account.Attestation;
import io.sendgate.consent.Method;
import io.sendgate.consent.Scope;
import io.sendgate.consent.Source;
import io.sendgate.consent.Tier;
import io.sendgate.contact.Channel;
import io.sendgate.ledger.Grant;
import io.sendgate.message.Media;
import io.sendgate.message.Origin;
import io.sendgate.message.Purpose;
import io.sendgate.standing.StandingLevel;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A case as its file has it, after the defaults were put in.
record CaseFile(Given given, Request request, Instant at, PolicyCase.Expected expect) {

    /// The world before the request.
    ///
    /// @param root the root of a sub-account's family, where it differs from the account
    /// @param blockedEndUsers the account's own users who may not send
    /// @param notes what the account wants to write down about the recipient beside it
    /// @param barredTexts texts that were found to go to very many people
    /// @param pace lines without a free place, by rule (`document/rule`, or a rule of the case's
    // own
    ///     document), with the instant the next opens
    record Given(
            AccountProfile account,
            Optional<Root> root,
            Optional<StandingLevel> standing,
            List<String> blockedEndUsers,
            Optional<Boolean> sendsClosed,
            List<String> notes,
            Map<String, Instant> pace,
            List<String> barredTexts,
            Recipient recipient) {}

    /// What the root of a family is called and has declared.
    record Root(String businessName, List<String> brands, List<Attestation> attestations) {}

    /// What is known about the recipient.
    ///
    /// @param zones every time zone they may be in, at least one
    /// @param optedInAt their last START
    /// @param pending consents that wait for their confirmation, until `until`
    /// @param grants what they were sent before
    /// @param refusedSources barred sources that a capture named
    record Recipient(
            List<String> zones,
            Optional<String> country,
            List<String> regions,
            Optional<Instant> blocked,
            Optional<Relationship> relationship,
            List<Consent> consents,
            List<Consent> pending,
            List<OptOut> optOuts,
            Optional<Instant> optedInAt,
            List<Inbound> inbound,
            List<Sent> grants,
            List<Reference> references,
            List<Source> refusedSources) {}

    /// What the recipient is to the account.
    record Relationship(String type, Optional<String> reference, Optional<LocalDate> since) {}

    /// A consent; what is left out is as usual: by form, from an own customer, in 2026, proven.
    record Consent(
            Optional<Channel> channel,
            List<String> purposes,
            Tier tier,
            Optional<Method> method,
            Optional<Source> source,
            Optional<Instant> at,
            Optional<Instant> until,
            Optional<Integer> maxPerWeek,
            Optional<Boolean> proven) {}

    /// An opt-out, on every channel where it names none.
    record OptOut(Scope scope, Optional<Channel> channel, Instant at) {}

    /// A message from the recipient.
    record Inbound(Optional<Channel> channel, Instant at) {}

    /// A message that was allowed before, or several alike.
    ///
    /// @param account the account of the family that sent it; the case's own where it names none
    record Sent(
            Instant at,
            Optional<String> account,
            Optional<Integer> times,
            Optional<Channel> channel,
            Purpose purpose,
            Optional<Origin> origin,
            Optional<String> subject,
            Optional<String> sequence,
            Optional<String> body,
            Optional<Grant.Status> status) {}

    /// A booking, payment or purchase on record, since 2026 where nothing is said.
    record Reference(String ref, String kind, String status, Optional<Instant> at) {}

    /// The request, as a caller would send it.
    ///
    /// @param valid whether the number can exist; it can where nothing is said
    record Request(
            Channel channel,
            String from,
            String to,
            Optional<Boolean> valid,
            Purpose purpose,
            Origin origin,
            Optional<String> body,
            List<Media> media,
            Optional<String> template,
            Optional<String> subject,
            Optional<String> reference,
            Optional<String> sequence,
            Optional<String> conversation,
            Optional<String> endUser,
            Optional<String> broadcast,
            Optional<Instant> notAfter) {}
}
