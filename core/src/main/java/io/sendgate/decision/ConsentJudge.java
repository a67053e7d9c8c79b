package io.sendgate.decision;

import io.sendgate.consent.Consent;
import io.sendgate.consent.Method;
import io.sendgate.consent.PendingOptIn;
import io.sendgate.consent.Source;
import io.sendgate.consent.Tier;
import io.sendgate.ledger.Reference;
import io.sendgate.policy.Rule;
import io.sendgate.policy.Rule.Quality;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Judges one quality of the recipient's consent.
///
/// Whether a consent is there, covers the purpose, is strong enough and is proven are separate
/// questions, each asked only where the one before it is answered: a missing consent is never also
/// reported as too weak.
final class ConsentJudge {

    private static final String CANCELLED = "cancelled";

    private ConsentJudge() {}

    static Verdict judge(Rule.RequireConsent rule, Situation situation) {
        return switch (rule.quality()) {
            case Quality.Present it -> present(rule, situation);
            case Quality.ForPurpose it -> forPurpose(rule, situation);
            case Quality.OfTier it -> ofTier(rule, it, situation);
            case Quality.Proven it -> proven(rule, situation);
            case Quality.NotFrom it -> notFrom(rule, it.barred(), situation);
            case Quality.Expected it -> expected(rule, situation);
            case Quality.Fresh it -> fresh(rule, it, situation);
        };
    }

    private static Verdict present(Rule.RequireConsent rule, Situation situation) {
        if (!situation.consents().isEmpty()) {
            return Verdict.CONTENT;
        }
        Fix record = new Fix.RecordConsent(leastTier(situation));
        Map<String, Object> used = wanted(situation);
        if (isPending(situation)) {
            return Verdict.fails(
                    situation.reason(
                            rule.head(),
                            ReasonCode.CONSENT_PENDING,
                            used,
                            new Fix.AwaitConfirmation()));
        }
        ReasonCode code = hasRunOut(situation) ? ReasonCode.CONSENT_EXPIRED : rule.head().code();
        return Verdict.fails(situation.reason(rule.head(), code, used, record));
    }

    private static boolean isPending(Situation situation) {
        return situation.facts().recipient().pending().stream()
                .filter(waiting -> waiting.openAt(situation.at()))
                .map(PendingOptIn::consent)
                .anyMatch(
                        consent ->
                                consent.isFor(situation.account(), situation.request().channel())
                                        && situation.covers(consent));
    }

    private static boolean hasRunOut(Situation situation) {
        return situation.facts().recipient().consents().stream()
                .filter(
                        consent ->
                                consent.isFor(situation.account(), situation.request().channel()))
                .anyMatch(consent -> !consent.holdsAt(situation.at()));
    }

    private static Verdict forPurpose(Rule.RequireConsent rule, Situation situation) {
        if (situation.consents().isEmpty() || !situation.coveringConsents().isEmpty()) {
            return Verdict.CONTENT;
        }
        List<String> given =
                situation.consents().stream()
                        .flatMap(consent -> consent.purposes().stream())
                        .map(coverage -> coverage.term())
                        .distinct()
                        .sorted()
                        .toList();
        return Verdict.fails(
                situation.reason(
                        rule.head(),
                        Map.of(
                                "purpose",
                                situation.request().purpose().term(),
                                "consentedTo",
                                given),
                        new Fix.RecordConsent(leastTier(situation))));
    }

    private static Verdict ofTier(
            Rule.RequireConsent rule, Quality.OfTier quality, Situation situation) {
        List<Consent> covering = situation.coveringConsents();
        boolean conversationCounts =
                quality.conversationOn().contains(situation.request().channel());
        boolean strong =
                covering.stream()
                        .anyMatch(
                                consent ->
                                        consent.tier().satisfies(quality.least())
                                                || conversationCounts
                                                        && consent.method() == Method.CONVERSATION);
        if (covering.isEmpty() || strong || hasDealings(quality.dealings(), situation)) {
            return Verdict.CONTENT;
        }
        Tier best =
                covering.stream().map(Consent::tier).max(Comparator.naturalOrder()).orElseThrow();
        return Verdict.fails(
                situation.reason(
                        rule.head(),
                        Map.of("tier", best.term(), "required", quality.least().term()),
                        new Fix.RecordConsent(leastTier(situation))));
    }

    private static Verdict proven(Rule.RequireConsent rule, Situation situation) {
        List<Consent> covering = situation.coveringConsents();
        if (covering.isEmpty() || covering.stream().anyMatch(Consent::proven)) {
            return Verdict.CONTENT;
        }
        return Verdict.fails(
                situation.reason(
                        rule.head(),
                        Map.of("method", covering.getLast().method().term()),
                        new Fix.RecordConsent(leastTier(situation))));
    }

    private static Verdict notFrom(
            Rule.RequireConsent rule, Set<Source> barred, Situation situation) {
        List<Consent> covering = situation.coveringConsents();
        if (covering.stream().anyMatch(consent -> !barred.contains(consent.source()))) {
            return Verdict.CONTENT;
        }
        Optional<Source> bad =
                covering.stream()
                        .map(Consent::source)
                        .findFirst()
                        .or(
                                () ->
                                        situation.facts().recipient().refusedSources().stream()
                                                .filter(
                                                        refused ->
                                                                refused.account()
                                                                        .equals(
                                                                                situation
                                                                                        .account()))
                                                .map(refused -> refused.source())
                                                .filter(barred::contains)
                                                .findFirst());
        return bad.map(
                        source ->
                                Verdict.fails(
                                        situation.reason(
                                                rule.head(),
                                                Map.of("source", source.term()),
                                                new Fix.RecordConsent(leastTier(situation)))))
                .orElse(Verdict.CONTENT);
    }

    private static Verdict expected(Rule.RequireConsent rule, Situation situation) {
        List<Consent> covering = situation.coveringConsents();
        Optional<Duration> window = situation.profile().expectationWindow();
        if (covering.isEmpty() || window.isEmpty()) {
            return Verdict.CONTENT;
        }
        Instant earliest = situation.at().minus(window.get());
        boolean recent = covering.stream().anyMatch(consent -> consent.at().isAfter(earliest));
        boolean inTouch =
                situation
                        .facts()
                        .recipient()
                        .lastInbound(situation.account(), situation.request().channel())
                        .filter(last -> last.isAfter(earliest))
                        .isPresent();
        return recent || inTouch
                ? Verdict.CONTENT
                : Verdict.fails(
                        situation.reason(
                                rule.head(),
                                Map.of("expectationWindow", window.get().toString()),
                                new Fix.RecordConsent(leastTier(situation))));
    }

    private static boolean hasDealings(Optional<Rule.Dealings> wanted, Situation situation) {
        return wanted.flatMap(dealings -> lastDealings(dealings, situation)).isPresent();
    }

    /// When business was last done with the recipient, as far as it is on record; long ago where a
    /// relationship has no date.
    private static Optional<Instant> lastDealings(Rule.Dealings wanted, Situation situation) {
        Stream<Instant> references =
                situation.facts().recipient().references().stream()
                        .filter(one -> one.account().equals(situation.account()))
                        .filter(one -> wanted.references().contains(one.kind()))
                        .filter(one -> !one.status().equals(CANCELLED))
                        .map(Reference::at);
        Stream<Instant> since =
                situation.facts().recipient().relationship(situation.account()).stream()
                        .filter(one -> wanted.relationships().contains(one.type()))
                        .map(one -> one.since().map(ConsentJudge::midnight).orElse(Instant.EPOCH));
        return Stream.concat(references, since).max(Comparator.naturalOrder());
    }

    private static Instant midnight(LocalDate date) {
        return date.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /// Whether a consent that ages is young enough, or was kept young by business or a message.
    private static Verdict fresh(
            Rule.RequireConsent rule, Quality.Fresh quality, Situation situation) {
        List<Consent> covering = situation.coveringConsents();
        boolean ages =
                covering.stream()
                        .noneMatch(consent -> consent.tier().compareTo(quality.tier()) > 0);
        Stream<Instant> signs =
                Stream.concat(
                        covering.stream().map(Consent::at),
                        situation
                                .facts()
                                .recipient()
                                .lastInbound(situation.account(), situation.request().channel())
                                .stream());
        boolean young = signs.anyMatch(sign -> isWithin(quality.longest(), sign, situation.at()));
        boolean customer =
                quality.dealings()
                        .flatMap(dealings -> lastDealings(dealings, situation))
                        .filter(last -> isWithin(quality.afterDealings(), last, situation.at()))
                        .isPresent();
        if (covering.isEmpty() || !ages || young || customer) {
            return Verdict.CONTENT;
        }
        return Verdict.fails(
                situation.reason(
                        rule.head(),
                        Map.of(
                                "tier",
                                quality.tier().term(),
                                "longest",
                                quality.longest().toString()),
                        new Fix.RecordConsent(Tier.EXPRESS)));
    }

    private static boolean isWithin(Period period, Instant since, Instant now) {
        return since.atOffset(ZoneOffset.UTC).plus(period).toInstant().isAfter(now);
    }

    private static Map<String, Object> wanted(Situation situation) {
        return Map.of(
                "channel", situation.request().channel().term(),
                "purpose", situation.request().purpose().term());
    }

    /// The tier that satisfies every rule that speaks of this message: less would not turn the
    /// answer.
    private static Tier leastTier(Situation situation) {
        return situation
                .policies()
                .documents()
                .flatMap(document -> document.rules().stream())
                .filter(rule -> situation.isWithin(rule.head().when()))
                .filter(Rule.RequireConsent.class::isInstance)
                .map(rule -> ((Rule.RequireConsent) rule).quality())
                .filter(Quality.OfTier.class::isInstance)
                .map(quality -> ((Quality.OfTier) quality).least())
                .max(Comparator.naturalOrder())
                .orElse(Tier.IMPLIED);
    }
}
