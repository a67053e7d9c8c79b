package io.sendgate.decision;

import io.sendgate.ledger.CapOpening;
import io.sendgate.message.SendRequest;
import io.sendgate.policy.Policy;
import io.sendgate.policy.PolicySet;
import io.sendgate.policy.Rule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The decision: pure and total.
///
/// Every rule of every document is judged and every failing one is kept. Deny beats review beats
/// defer beats allow, whichever document says so; there is no other way of combining.
public final class Authorizer {

    /// How long an allow may be used, where nothing closes sooner.
    public static final Duration PERMIT_LIFE = Duration.ofMinutes(10);

    private static final Duration HORIZON = Duration.ofDays(10);
    private static final int MOST_ROUNDS = 16;

    /// What shadow mode never lets through.
    private static final Set<ReasonCode> ALWAYS_BINDING =
            EnumSet.of(
                    ReasonCode.ACCOUNT_TERMINATED,
                    ReasonCode.ACCOUNT_SUSPENDED,
                    ReasonCode.END_USER_BLOCKED,
                    ReasonCode.RECIPIENT_BLOCKED,
                    ReasonCode.OPTED_OUT);

    private Authorizer() {}

    /// Decides whether `request` may go at `now`.
    public static Decision decide(
            SendRequest request, Facts facts, PolicySet policies, Instant now) {
        Situation situation = Situation.of(request, facts, policies, now);
        Tally tally = tally(situation);
        Decision binding = conclude(situation, tally);
        return switch (policies.mode()) {
            case ENFORCE -> binding;
            case SHADOW -> shadowed(binding, tally, policies, request, now);
        };
    }

    /// The caps this message would fill, with the instant their next place opens.
    public static List<CapOpening> fills(
            SendRequest request, Facts facts, PolicySet policies, Instant now) {
        Situation situation = Situation.of(request, facts, policies, now);
        return policies.documents()
                .map(situation::before)
                .flatMap(
                        before ->
                                deferringLimits(before.document())
                                        .flatMap(limit -> opening(limit, before).stream()))
                .toList();
    }

    private static Stream<Rule.Limit> deferringLimits(Policy document) {
        return document.rules().stream()
                .filter(Rule.Limit.class::isInstance)
                .map(Rule.Limit.class::cast)
                .filter(limit -> limit.head().effect() == Rule.Effect.DEFER);
    }

    private static Optional<CapOpening> opening(Rule.Limit limit, Situation situation) {
        String rule = situation.document().ref().id() + "/" + limit.head().id();
        return LimitJudge.opensAfterTaking(limit, situation)
                .map(opens -> new CapOpening(situation.account(), rule, opens));
    }

    private static Tally tally(Situation situation) {
        Tally tally = new Tally();
        tally.addAll(PlatformJudge.judge(situation));
        situation.policies().documents().map(situation::before).forEach(tally::judge);
        StandingJudge.advise(situation).forEach(tally::add);
        if (isCleared(situation)) {
            tally.passReviews();
        }
        return tally;
    }

    /// Whether a person has looked at this very content and let it go.
    private static boolean isCleared(Situation situation) {
        return ReviewedText.hash(situation.request(), situation.facts().fingerprint())
                .filter(situation.facts().account().account().standing()::isCleared)
                .isPresent();
    }

    private static Decision conclude(Situation situation, Tally tally) {
        SendRequest request = situation.request();
        PolicySet policies = situation.policies();
        List<Reason> reasons = tally.inPrecedence();
        Outcome outcome = outcome(reasons);
        Optional<Instant> until = Optional.empty();
        if (outcome == Outcome.DEFER) {
            until = firstOpenInstant(situation, reasons);
            if (until.isEmpty()) {
                outcome = Outcome.DENY;
                reasons = withExpiry(reasons, policies, request);
            }
        }
        return decision(
                outcome,
                until,
                reasons,
                tally,
                Optional.empty(),
                policies,
                request,
                situation.at());
    }

    private static Decision shadowed(
            Decision binding, Tally tally, PolicySet policies, SendRequest request, Instant now) {
        List<Reason> kept =
                binding.reasons().stream()
                        .filter(
                                reason ->
                                        ALWAYS_BINDING.contains(reason.code())
                                                || isOwnBound(reason))
                        .toList();
        Decision.Would would =
                new Decision.Would(binding.outcome(), binding.until(), binding.reasons());
        return decision(
                outcome(kept),
                Optional.empty(),
                kept,
                tally,
                Optional.of(would),
                policies,
                request,
                now);
    }

    /// The bound on messages to one person holds whatever the policy, so shadow mode keeps it.
    private static boolean isOwnBound(Reason reason) {
        return reason.code() == ReasonCode.MESSAGE_BOMBING
                && reason.clause().source().equals("sendgate");
    }

    private static Outcome outcome(List<Reason> reasons) {
        return reasons.stream().map(Reason::outcome).reduce(Outcome.ALLOW, Outcome::stronger);
    }

    private static Decision decision(
            Outcome outcome,
            Optional<Instant> until,
            List<Reason> reasons,
            Tally tally,
            Optional<Decision.Would> would,
            PolicySet policies,
            SendRequest request,
            Instant now) {
        Optional<Instant> permit =
                outcome == Outcome.ALLOW
                        ? Optional.of(permitEnds(tally, request, now))
                        : Optional.empty();
        return new Decision(
                outcome,
                until,
                reasons,
                tally.advice(),
                would,
                permit,
                policies.policy().ref(),
                policies.packs().stream().map(Policy::ref).toList(),
                now);
    }

    private static Instant permitEnds(Tally tally, SendRequest request, Instant now) {
        return Stream.of(Optional.of(now.plus(PERMIT_LIFE)), tally.closesAt(), request.notAfter())
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /// The first instant from the latest `until` on at which no rule defers, with today's facts.
    private static Optional<Instant> firstOpenInstant(Situation situation, List<Reason> reasons) {
        Instant now = situation.at();
        Instant candidate = latestUntil(reasons).orElse(now);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            if (isTooLate(candidate, situation.request(), now)) {
                return Optional.empty();
            }
            Optional<Instant> later = latestUntil(timely(situation.at(candidate)));
            if (later.isEmpty()) {
                return Optional.of(candidate);
            }
            candidate = later.get();
        }
        return Optional.empty();
    }

    private static boolean isTooLate(Instant candidate, SendRequest request, Instant now) {
        return candidate.isAfter(now.plus(HORIZON))
                || request.notAfter().filter(candidate::isAfter).isPresent();
    }

    private static Optional<Instant> latestUntil(List<Reason> reasons) {
        return reasons.stream()
                .map(Reason::until)
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
    }

    /// What the rules that depend on time say.
    private static List<Reason> timely(Situation situation) {
        Tally tally = new Tally();
        situation
                .policies()
                .documents()
                .map(situation::before)
                .forEach(
                        before ->
                                before.document().rules().stream()
                                        .filter(Authorizer::dependsOnTime)
                                        .forEach(rule -> tally.add(Judges.judge(rule, before))));
        return tally.inPrecedence();
    }

    private static boolean dependsOnTime(Rule rule) {
        return rule instanceof Rule.Hours
                || rule instanceof Rule.Limit
                || rule instanceof Rule.Throughput;
    }

    private static List<Reason> withExpiry(
            List<Reason> reasons, PolicySet policies, SendRequest request) {
        List<Reason> all = new ArrayList<>(reasons);
        all.add(PlatformJudge.expiry(policies.own(), request));
        return all.stream().sorted(Comparator.comparing(Reason::code)).toList();
    }
}
