package io.sendgate.decision;

import io.sendgate.message.SendRequest;
import io.sendgate.policy.Policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Judges what no policy needs to say: standing, blocks, valid numbers and expiry.
///
/// Its clauses are those of Sendgate's own document.
final class PlatformJudge {

    private PlatformJudge() {}

    static List<Reason> judge(Situation situation) {
        List<Reason> reasons = new ArrayList<>();
        if (situation.facts().account().platform().sendsClosed()) {
            reasons.add(
                    deny(
                            situation,
                            ReasonCode.ACCOUNT_SUSPENDED,
                            "sends-closed",
                            new Fix.Appeal()));
        }
        reasons.addAll(StandingJudge.judge(situation));
        situation
                .request()
                .endUser()
                .filter(situation.facts().account()::blocks)
                .map(
                        user ->
                                deny(
                                        situation,
                                        ReasonCode.END_USER_BLOCKED,
                                        "end-user-blocked",
                                        new Fix.Appeal()))
                .ifPresent(reasons::add);
        if (!situation.request().valid()) {
            reasons.add(
                    deny(
                            situation,
                            ReasonCode.RECIPIENT_INVALID,
                            "recipient-valid",
                            new Fix.None()));
        }
        if (situation.facts().platformBlocked()
                || situation.facts().recipient().blocked().isPresent()) {
            reasons.add(
                    deny(
                            situation,
                            ReasonCode.RECIPIENT_BLOCKED,
                            "recipient-blocked",
                            new Fix.None()));
        }
        SuspicionJudge.judge(situation).ifPresent(reasons::add);
        if (situation.request().notAfter().filter(situation.at()::isAfter).isPresent()) {
            reasons.add(expiry(situation.document(), situation.request()));
        }
        return reasons;
    }

    /// The refusal of a message that cannot go in time.
    static Reason expiry(Policy own, SendRequest request) {
        Map<String, Object> used =
                request.notAfter()
                        .<Map<String, Object>>map(instant -> Map.of("notAfter", instant.toString()))
                        .orElse(Map.of("horizon", "P10D"));
        return new Reason(
                ReasonCode.EXPIRED_BEFORE_SEND,
                Outcome.DENY,
                Optional.empty(),
                own.clause("expiry"),
                used,
                new Fix.None());
    }

    private static Reason deny(Situation situation, ReasonCode code, String clause, Fix fix) {
        return new Reason(
                code,
                Outcome.DENY,
                Optional.empty(),
                situation.document().clause(clause),
                Map.of(),
                fix);
    }
}
