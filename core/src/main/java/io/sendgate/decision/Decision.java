package io.sendgate.decision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The answer to "may this go, now?", with everything it rests on.
///
/// @param outcome the strongest of the reasons' outcomes; allow where there is none
/// @param until for a deferral only, the first instant at which no rule defers
/// @param reasons every failing rule, in order of precedence
/// @param advice recommendations, which never change the outcome
/// @param would in shadow mode, what would have been decided
/// @param permitEnds for an allow only, the first instant at which it may no longer be used
/// @param policy the account's policy
/// @param packs the law and carrier packs on top
/// @param decidedAt the instant it was decided at
public record Decision(
        Outcome outcome,
        Optional<Instant> until,
        List<Reason> reasons,
        List<Advice> advice,
        Optional<Would> would,
        Optional<Instant> permitEnds,
        PolicyRef policy,
        List<PolicyRef> packs,
        Instant decidedAt) {

    /// Copies the lists, so that a decision never changes.
    public Decision {
        reasons = List.copyOf(reasons);
        advice = List.copyOf(advice);
        packs = List.copyOf(packs);
    }

    /// What would have been decided had the decision been binding.
    public record Would(Outcome outcome, Optional<Instant> until, List<Reason> reasons) {

        /// Copies the list, so that it never changes.
        public Would {
            reasons = List.copyOf(reasons);
        }
    }

    /// Whether the message may go.
    public boolean allows() {
        return outcome == Outcome.ALLOW;
    }

    /// The reasons' codes, in order of precedence, each once.
    public List<ReasonCode> codes() {
        return reasons.stream().map(Reason::code).distinct().toList();
    }
}
