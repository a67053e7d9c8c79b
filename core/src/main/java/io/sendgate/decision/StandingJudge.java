package io.sendgate.decision;

import io.sendgate.policy.Policy;
import io.sendgate.standing.Restraint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Judges what stands against the account, its root and its own user.
///
/// It cites the clause that the action was taken under where the account's policy has it, else
/// Sendgate's own.
final class StandingJudge {

    private static final String OWN_CLAUSE = "account-standing";

    private StandingJudge() {}

    /// What forbids the message, the worst first.
    static List<Reason> judge(Situation situation) {
        return situation
                .facts()
                .account()
                .bars(situation.messageClass(), situation.request().endUser(), situation.at())
                .stream()
                .flatMap(bar -> code(bar).map(code -> reason(situation, bar, code)).stream())
                .toList();
    }

    /// The warnings that the sender should hear of.
    static List<Advice> advise(Situation situation) {
        return situation
                .facts()
                .account()
                .warnings(situation.messageClass(), situation.request().endUser(), situation.at())
                .stream()
                .map(
                        warning ->
                                new Advice(
                                        ReasonCode.ACCOUNT_WARNED,
                                        clause(situation, warning),
                                        "The account was warned in "
                                                + warning.order().caseId()
                                                + ": mend the fault"))
                .toList();
    }

    private static Reason reason(Situation situation, Restraint bar, ReasonCode code) {
        return new Reason(
                code,
                Outcome.DENY,
                Optional.empty(),
                clause(situation, bar),
                used(bar),
                new Fix.Appeal());
    }

    private static Optional<ReasonCode> code(Restraint bar) {
        if (bar.endUser().isPresent()) {
            return Optional.of(ReasonCode.END_USER_BLOCKED);
        }
        return switch (bar.level()) {
            case ACTIVE, WARNED -> Optional.empty();
            case UNDER_INVESTIGATION -> Optional.of(ReasonCode.UNDER_INVESTIGATION);
            case RESTRICTED -> Optional.of(ReasonCode.ACCOUNT_RESTRICTED);
            case SUSPENDED -> Optional.of(ReasonCode.ACCOUNT_SUSPENDED);
            case TERMINATED -> Optional.of(ReasonCode.ACCOUNT_TERMINATED);
        };
    }

    private static ClauseRef clause(Situation situation, Restraint restraint) {
        Policy policy = situation.policies().policy();
        String clause = restraint.order().clause();
        return policy.hasClause(clause)
                ? policy.clause(clause)
                : situation.policies().own().clause(OWN_CLAUSE);
    }

    private static Map<String, Object> used(Restraint bar) {
        Map<String, Object> used = new LinkedHashMap<>();
        used.put("action", bar.order().id());
        used.put("case", bar.order().caseId());
        bar.until().ifPresent(until -> used.put("until", until.toString()));
        return used;
    }
}
