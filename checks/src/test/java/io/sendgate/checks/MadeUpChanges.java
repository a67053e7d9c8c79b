package io.sendgate.checks;

import io.sendgate.account.AccountId;
import io.sendgate.consent.Intent;
import io.sendgate.consent.Method;
import io.sendgate.consent.Scope;
import io.sendgate.consent.Tier;
import io.sendgate.contact.Channel;
import io.sendgate.decision.Outcome;
import io.sendgate.decision.ReasonCode;
import io.sendgate.ledger.Change;
import io.sendgate.ledger.Grant;
import io.sendgate.message.MessageClass;
import io.sendgate.message.Purpose;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Changes of every kind, with every word of the contract that they can carry.
final class MadeUpChanges {

    static final Instant NOW = Instant.parse("2026-11-21T18:00:00Z");
    static final AccountId ADA = new AccountId("acct_ada");

    private static final String AUTH =
            "auth_06GZ6Z5QS12QGDH7FEWM9CEZX51NPHDQHAFPMHVTA9Z2G7XMVMV6KZ8N";
    private static final String CONS =
            "cons_06GZ6Z5QS12QGDH7FEWM9CEZX51NPHDQHAFPMHVTA9Z2G7XMVMV6KZ8N";
    private static final List<ReasonCode> CODES = List.of(ReasonCode.values());
    private static final List<Optional<String>> HINTS =
            List.of(
                    Optional.empty(),
                    Optional.of("booking-cancel"),
                    Optional.of("opt-out-suspected"));
    private static final String POLICY = "customerflows";
    private static final String VERSION = "2026-11-21";

    private MadeUpChanges() {}

    /// All of them, of each kind at least one.
    static Stream<Change> all() {
        return Stream.of(messages(), refusals(), holds(), consents(), wishes(), reports())
                .flatMap(changes -> changes);
    }

    private static Stream<Change> messages() {
        Stream<Change> allowed =
                Arrays.stream(Purpose.values())
                        .flatMap(
                                purpose ->
                                        Arrays.stream(MessageClass.values())
                                                .map(kind -> allowed(purpose, kind)));
        Stream<Change> outcomes =
                Stream.of(Grant.Status.SENT, Grant.Status.FAILED, Grant.Status.NOT_SENT)
                        .map(status -> outcome(status, "caller"));
        Stream<Change> permits =
                Stream.of(
                        new Change.Redeemed(AUTH, 5, Optional.empty()),
                        new Change.PermitsRevoked(List.of(AUTH), "opt-out"),
                        new Change.PermitsRevoked(List.of(AUTH), "block"),
                        new Change.PermitsRevoked(List.of(AUTH), "standing"),
                        new Change.PermitsExpired(List.of(AUTH)));
        return Stream.of(allowed, outcomes, permits).flatMap(changes -> changes);
    }

    private static Change allowed(Purpose purpose, MessageClass kind) {
        return new Change.Authorized(
                AUTH, Channel.SMS, purpose, kind, NOW, POLICY, VERSION, Optional.of(AUTH));
    }

    private static Change outcome(Grant.Status status, String by) {
        return new Change.OutcomeReported(AUTH, 5, status, by, Optional.empty());
    }

    private static Stream<Change> refusals() {
        return Arrays.stream(Channel.values())
                .flatMap(
                        channel ->
                                Stream.of(
                                        refused(Outcome.DENY, Optional.empty(), channel),
                                        refused(Outcome.DEFER, Optional.of(NOW), channel),
                                        refused(Outcome.REVIEW, Optional.empty(), channel)));
    }

    private static Change refused(Outcome outcome, Optional<Instant> until, Channel channel) {
        return new Change.Refused(
                AUTH,
                outcome,
                until,
                CODES,
                channel,
                Purpose.FOLLOW_UP,
                POLICY,
                VERSION,
                Optional.empty());
    }

    private static Stream<Change> holds() {
        return Stream.of(
                new Change.Held(AUTH, NOW, NOW, CODES, 1),
                new Change.HoldEnded(AUTH, AUTH, Outcome.ALLOW, List.of()),
                new Change.HoldEnded(AUTH, AUTH, Outcome.DENY, CODES),
                new Change.HoldEnded(AUTH, AUTH, Outcome.REVIEW, CODES),
                new Change.HoldCancelled(AUTH));
    }

    private static Stream<Change> consents() {
        Stream<Change> granted =
                Arrays.stream(Tier.values())
                        .flatMap(
                                tier ->
                                        Arrays.stream(Method.values())
                                                .map(method -> granted(tier, method)));
        return Stream.concat(
                granted,
                Stream.of(
                        new Change.ConsentPending(CONS, ADA, Channel.SMS, purposes(), NOW),
                        new Change.ConsentExpired(CONS, ADA, Channel.WHATSAPP, true),
                        new Change.ConsentRefused(CONS, ADA, Channel.SMS, CODES)));
    }

    private static Change granted(Tier tier, Method method) {
        return new Change.ConsentGranted(
                CONS, ADA, Channel.WHATSAPP, purposes(), tier, method.term());
    }

    /// Purposes, and the classes that a person can consent to.
    private static List<String> purposes() {
        Stream<String> classes =
                Arrays.stream(MessageClass.values())
                        .filter(kind -> kind != MessageClass.SERVICE)
                        .map(MessageClass::term);
        Stream<String> all = Arrays.stream(Purpose.values()).map(Purpose::term);
        return Stream.concat(classes, all).distinct().toList();
    }

    private static Stream<Change> wishes() {
        Stream<Change> optOuts =
                Arrays.stream(Scope.values())
                        .map(scope -> new Change.OptedOut(scope, Optional.empty(), NOW, "twilio"));
        Stream<Change> heard =
                Arrays.stream(Intent.values())
                        .flatMap(intent -> HINTS.stream().map(hint -> heard(intent.term(), hint)));
        Stream<Change> others =
                Stream.of(
                        new Change.OptedOut(Scope.ALL, Optional.of(Channel.SMS), NOW, "phone-call"),
                        new Change.OptedIn(Channel.SMS, NOW, "telnyx"),
                        new Change.ReplyRequested(ADA, Channel.SMS, "help", "Ada Plumbing: help"),
                        new Change.ComplaintReceived(ADA, Channel.SMS, "generic"));
        return Stream.of(optOuts, heard, others).flatMap(changes -> changes);
    }

    private static Change heard(String intent, Optional<String> hint) {
        return new Change.MessageReceived(ADA, Channel.SMS, intent, "meta", NOW, hint);
    }

    private static Stream<Change> reports() {
        return Stream.of(
                new Change.DeliveryUpdated(
                        Optional.of(AUTH), "twilio", "undelivered", Optional.of("30003")),
                new Change.DeliveryUpdated(
                        Optional.empty(), "infobip", "rejected_by_network", Optional.empty()),
                new Change.FrequencyReset(ADA, "customerflows/weekly-cap"),
                new Change.BlockChanged(true, "complaint"),
                new Change.FactsRecorded(ADA, List.of("timezone")),
                new Change.ReferenceRecorded(ADA, "booking", "open"),
                new Change.Erased());
    }
}
