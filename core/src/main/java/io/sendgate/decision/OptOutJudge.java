package io.sendgate.decision;

import io.sendgate.consent.Act;
import io.sendgate.consent.Consent;
import io.sendgate.consent.Coverage;
import io.sendgate.consent.Method;
import io.sendgate.consent.OptOut;
import io.sendgate.consent.Scope;
import io.sendgate.message.MessageClass;
import io.sendgate.policy.Rule;
import io.sendgate.policy.Rule.HonorOptOut;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Judges whether the recipient has opted out of this message and has not opted in again since.
///
/// An opt-out ends what its own scope says and what the policy's scope says, whichever is more.
final class OptOutJudge {

    private OptOutJudge() {}

    static Verdict judge(HonorOptOut rule, Situation situation) {
        return situation.facts().recipient().optOuts().stream()
                .filter(optOut -> optOut.appliesTo(situation.request().channel()))
                .filter(optOut -> !isLifted(optOut, scope(optOut, rule), situation))
                .map(optOut -> judge(optOut, rule, situation))
                .filter(Verdict.Fails.class::isInstance)
                .findFirst()
                .orElse(Verdict.CONTENT);
    }

    private static Scope scope(OptOut optOut, HonorOptOut rule) {
        return optOut.scope() == Scope.ALL ? Scope.ALL : rule.scope();
    }

    /// Whether a newer, explicit act of the recipient lifts the opt-out for this message.
    private static boolean isLifted(OptOut optOut, Scope scope, Situation situation) {
        boolean started =
                situation
                        .facts()
                        .recipient()
                        .lastOptIn()
                        .filter(act -> act.after(optOut.act()))
                        .isPresent();
        return started
                || situation.consents().stream()
                        .filter(consent -> consent.method() != Method.CONVERSATION)
                        .filter(consent -> lifts(consent, scope, situation))
                        .anyMatch(
                                consent ->
                                        new Act(consent.at(), true, consent.entry())
                                                .after(optOut.act()));
    }

    private static boolean lifts(Consent consent, Scope scope, Situation situation) {
        return switch (scope) {
            case ALL -> situation.covers(consent);
            case MARKETING ->
                    consent.purposes().contains(new Coverage.OfClass(MessageClass.MARKETING))
                            || situation.covers(consent);
        };
    }

    private static Verdict judge(OptOut optOut, HonorOptOut rule, Situation situation) {
        Reason optedOut =
                situation.reason(
                        rule.head(),
                        Map.of(
                                "scope",
                                scope(optOut, rule).term(),
                                "since",
                                optOut.act().at().toString()),
                        new Fix.AwaitOptIn());
        return switch (scope(optOut, rule)) {
            case ALL -> Verdict.fails(optedOut);
            case MARKETING -> afterMarketingOptOut(optedOut, rule, situation);
        };
    }

    private static Verdict afterMarketingOptOut(
            Reason optedOut, HonorOptOut rule, Situation situation) {
        if (rule.endsWithMarketing().contains(situation.request().purpose())) {
            return Verdict.fails(optedOut);
        }
        return switch (situation.messageClass()) {
            case MARKETING -> Verdict.fails(optedOut);
            case TRANSACTIONAL -> unlessExcepted(optedOut, rule, situation);
            case CONVERSATIONAL, SERVICE -> Verdict.CONTENT;
        };
    }

    /// Transactional messages go on only where a reference on record shows what they are about.
    private static Verdict unlessExcepted(Reason optedOut, HonorOptOut rule, Situation situation) {
        Optional<HonorOptOut.Exception> exception =
                rule.exceptions().stream()
                        .filter(one -> one.purposes().contains(situation.request().purpose()))
                        .min(Comparator.comparing(HonorOptOut.Exception::kind));
        boolean verified =
                exception
                        .filter(
                                one ->
                                        RequirementJudge.hasReference(
                                                situation, one.kind(), one.status()))
                        .isPresent();
        if (verified) {
            return Verdict.CONTENT;
        }
        Fix fix =
                exception
                        .<Fix>map(one -> new Fix.RecordFact(one.kind(), one.status()))
                        .orElse(new Fix.AwaitOptIn());
        Rule.Head head = rule.head();
        String clause = rule.exceptionClause().orElse(head.clause());
        Map<String, Object> used =
                situation
                        .request()
                        .reference()
                        .<Map<String, Object>>map(name -> Map.of("reference", name))
                        .orElse(Map.of());
        Reason missing =
                new Reason(
                        ReasonCode.REFERENCE_MISSING,
                        head.effect().outcome(),
                        Optional.empty(),
                        situation.document().clause(clause),
                        used,
                        fix);
        Reason withFix =
                new Reason(
                        optedOut.code(),
                        optedOut.outcome(),
                        optedOut.until(),
                        optedOut.clause(),
                        optedOut.facts(),
                        fix);
        return new Verdict.Fails(List.of(withFix, missing));
    }
}
