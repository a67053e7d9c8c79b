package io.sendgate.decision;

import io.sendgate.consent.Consent;
import io.sendgate.ledger.Grant;
import io.sendgate.message.MessageClass;
import io.sendgate.policy.Rule;
import io.sendgate.policy.Rule.Limit;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Judges whether a rolling period still has a place.
///
/// A grant at `t` fills its place until `t + per`, exclusive. Grants of the future count too: a
/// clock
/// that was moved back errs on refusing.
final class LimitJudge {

    private static final Duration WEEK = Duration.ofDays(7);

    private LimitJudge() {}

    static Verdict judge(Limit rule, Situation situation) {
        if (isLifted(rule, situation)) {
            return Verdict.CONTENT;
        }
        List<Grant> counted = counted(rule, situation);
        int max = max(rule, situation);
        if (counted.size() < max) {
            return Verdict.CONTENT;
        }
        Instant opens = counted.get(counted.size() - max).at().plus(rule.per());
        Map<String, Object> used =
                Map.of("max", max, "per", rule.per().toString(), "counted", counted.size());
        Reason reason = situation.reason(rule.head(), used, new Fix.SendAt(opens));
        return Verdict.fails(
                rule.head().effect() == Rule.Effect.DEFER ? deferred(reason, opens) : reason);
    }

    /// When the next place opens, if this message takes the last one.
    static Optional<Instant> opensAfterTaking(Limit rule, Situation situation) {
        if (!situation.isWithin(rule.head().when()) || isLifted(rule, situation)) {
            return Optional.empty();
        }
        List<Grant> counted = counted(rule, situation);
        int max = max(rule, situation);
        if (counted.size() + 1 < max) {
            return Optional.empty();
        }
        Instant oldest = max == 1 ? situation.at() : counted.get(counted.size() + 1 - max).at();
        return Optional.of(oldest.plus(rule.per()));
    }

    static Reason deferred(Reason reason, Instant until) {
        return new Reason(
                reason.code(),
                reason.outcome(),
                Optional.of(until),
                reason.clause(),
                reason.facts(),
                reason.fix());
    }

    private static boolean isLifted(Limit rule, Situation situation) {
        return rule.liftedByInbound()
                .flatMap(
                        period ->
                                situation
                                        .facts()
                                        .recipient()
                                        .lastInbound(
                                                situation.account(), situation.request().channel())
                                        .filter(last -> last.isAfter(situation.at().minus(period))))
                .isPresent();
    }

    private static List<Grant> counted(Limit rule, Situation situation) {
        Instant since = situation.at().minus(rule.per());
        return situation.facts().recipient().grants().stream()
                .filter(grant -> grant.at().isAfter(since) && grant.countsAt(situation.at()))
                .filter(grant -> countsClass(rule, grant.messageClass()))
                .filter(
                        grant ->
                                rule.origins().isEmpty() || rule.origins().contains(grant.origin()))
                .filter(grant -> sameKey(rule.key(), grant, situation.facts().fingerprint()))
                .sorted(Comparator.comparing(Grant::at))
                .toList();
    }

    private static boolean countsClass(Limit rule, MessageClass messageClass) {
        return rule.classes().isEmpty()
                ? messageClass != MessageClass.SERVICE
                : rule.classes().contains(messageClass);
    }

    private static boolean sameKey(Limit.Key key, Grant grant, Facts.Fingerprint asked) {
        return switch (key) {
            case RECIPIENT -> true;
            case SUBJECT -> same(asked.subject(), grant.subject());
            case SEQUENCE -> same(asked.sequence(), grant.sequence());
            case BODY -> asked.body().isPresent() && asked.body().equals(grant.body());
        };
    }

    /// What is not named cannot be shown to be another.
    private static boolean same(Optional<String> asked, Optional<String> granted) {
        return asked.isEmpty() || granted.isEmpty() || asked.equals(granted);
    }

    private static int max(Limit rule, Situation situation) {
        if (!rule.cadence() || !rule.per().equals(WEEK)) {
            return rule.max();
        }
        return situation.coveringConsents().stream()
                .filter(Consent::proven)
                .flatMap(consent -> consent.maxPerWeek().stream())
                .reduce(rule.max(), Math::max);
    }
}
