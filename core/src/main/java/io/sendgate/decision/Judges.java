package io.sendgate.decision;

import io.sendgate.policy.Rule;

import java.util.List;

/// The judges: one for each kind of rule, paired with it by an exhaustive switch.
final class Judges {

    private Judges() {}

    /// What a rule says of a message; a rule that only advises never fails.
    static Verdict judge(Rule rule, Situation situation) {
        if (!situation.isWithin(rule.head().when())) {
            return Verdict.CONTENT;
        }
        Verdict verdict =
                switch (rule) {
                    case Rule.Forbid forbid -> RequirementJudge.forbid(forbid, situation);
                    case Rule.Require require -> RequirementJudge.judge(require, situation);
                    case Rule.RequireConsent consent -> ConsentJudge.judge(consent, situation);
                    case Rule.HonorOptOut optOut -> OptOutJudge.judge(optOut, situation);
                    case Rule.Limit limit -> LimitJudge.judge(limit, situation);
                    case Rule.Hours hours -> HoursJudge.judge(hours, situation);
                    case Rule.Text text -> TextJudge.judge(text, situation);
                    case Rule.MediaVerdict media -> MediaJudge.judge(media, situation);
                    case Rule.Throughput line -> ThroughputJudge.judge(line, situation);
                };
        return rule.head().effect() == Rule.Effect.ADVISE
                ? softened(rule.head(), verdict)
                : verdict;
    }

    private static Verdict softened(Rule.Head head, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Fails fails -> new Verdict.Advises(advice(head, fails.reasons()));
            case Verdict.Permits permits -> permits;
            case Verdict.Advises advises -> advises;
        };
    }

    private static Advice advice(Rule.Head head, List<Reason> reasons) {
        Reason first = reasons.getFirst();
        return new Advice(
                first.code(), first.clause(), head.advice().orElse(first.fix().sentence()));
    }
}
