package io.sendgate.decision;

import io.sendgate.policy.Rule;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Judges whether it is a decent hour in every zone the recipient may be in.
final class HoursJudge {

    private static final Duration HORIZON = Duration.ofDays(10);
    private static final DateTimeFormatter HOUR_AND_MINUTE = DateTimeFormatter.ofPattern("HH:mm");

    private HoursJudge() {}

    static Verdict judge(Rule.Hours rule, Situation situation) {
        Set<ZoneId> zones = situation.facts().zones();
        Instant now = situation.at();
        if (rule.open().openAt(now, zones)) {
            Instant soon = now.plus(Authorizer.PERMIT_LIFE);
            return new Verdict.Permits(rule.open().closesWithin(now, soon, zones));
        }
        Optional<Instant> opens = rule.open().nextOpen(now, zones, HORIZON);
        Map<String, Object> used = used(zones, now);
        return opens.map(until -> deferred(rule, situation, used, until))
                .orElseGet(() -> never(rule, situation, used));
    }

    private static Verdict deferred(
            Rule.Hours rule, Situation situation, Map<String, Object> used, Instant until) {
        Reason reason = situation.reason(rule.head(), used, new Fix.SendAt(until));
        return Verdict.fails(
                rule.head().effect() == Rule.Effect.DEFER
                        ? LimitJudge.deferred(reason, until)
                        : reason);
    }

    /// No instant of the next ten days is open everywhere: only knowing the zone can help.
    private static Verdict never(Rule.Hours rule, Situation situation, Map<String, Object> used) {
        return Verdict.fails(
                new Reason(
                        rule.head().code(),
                        Outcome.DENY,
                        Optional.empty(),
                        situation.document().clause(rule.head().clause()),
                        used,
                        new Fix.RecordFact("time zone", "known")));
    }

    private static Map<String, Object> used(Set<ZoneId> zones, Instant now) {
        List<ZoneId> inOrder =
                zones.stream().sorted((a, b) -> a.getId().compareTo(b.getId())).toList();
        return Map.of(
                "zones", inOrder.stream().map(ZoneId::getId).toList(),
                "localTimes",
                        inOrder.stream()
                                .map(zone -> now.atZone(zone).format(HOUR_AND_MINUTE))
                                .toList());
    }
}
