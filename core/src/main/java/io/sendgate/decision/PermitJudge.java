package io.sendgate.decision;

import io.sendgate.ledger.Grant;
import io.sendgate.message.SendRequest;
import io.sendgate.policy.PolicySet;
import io.sendgate.policy.Rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Judges whether an allow may still be used: what can have come between it and the hand-off.
public final class PermitJudge {

    private PermitJudge() {}

    /// The reasons that have arisen since the allow: opt-out, block, standing, expiry, use.
    ///
    /// @param grant the allow's place; empty once no rule counts it any more
    public static List<Reason> judge(
            SendRequest request,
            Facts facts,
            PolicySet policies,
            Optional<Grant> grant,
            Instant now) {
        Situation own = Situation.of(request, facts, policies, now);
        List<Reason> reasons = new ArrayList<>(PlatformJudge.judge(own));
        policies.documents()
                .map(own::before)
                .forEach(
                        before ->
                                before.document().rules().stream()
                                        .filter(Rule.HonorOptOut.class::isInstance)
                                        .forEach(
                                                rule ->
                                                        addFailures(
                                                                Judges.judge(rule, before),
                                                                reasons)));
        permit(own, grant, now).ifPresent(reasons::add);
        return reasons.stream().sorted(Comparator.comparing(Reason::code)).toList();
    }

    private static void addFailures(Verdict verdict, List<Reason> reasons) {
        if (verdict instanceof Verdict.Fails fails) {
            reasons.addAll(fails.reasons());
        }
    }

    private static Optional<Reason> permit(Situation own, Optional<Grant> grant, Instant now) {
        if (grant.isEmpty()) {
            return Optional.of(reason(own, ReasonCode.EXPIRED_BEFORE_SEND));
        }
        return switch (grant.get().status()) {
            case GRANTED ->
                    grant.get().openAt(now)
                            ? Optional.empty()
                            : Optional.of(reason(own, ReasonCode.EXPIRED_BEFORE_SEND));
            case EXPIRED, REVOKED -> Optional.of(reason(own, ReasonCode.EXPIRED_BEFORE_SEND));
            case REDEEMED, SENT, FAILED, NOT_SENT ->
                    Optional.of(reason(own, ReasonCode.ALREADY_REDEEMED));
        };
    }

    private static Reason reason(Situation own, ReasonCode code) {
        return new Reason(
                code,
                Outcome.DENY,
                Optional.empty(),
                own.document().clause("permit"),
                Map.of(),
                new Fix.None());
    }
}
