package io.sendgate.rest.answer;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.sendgate.decision.Advice;
import io.sendgate.decision.Decision;
import io.sendgate.decision.Outcome;
import io.sendgate.decision.PolicyRef;
import io.sendgate.decision.ReasonCode;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A decision as the contract answers it; what does not apply is `null`, never left out.
///
/// @param until for a deferral only
/// @param would in shadow mode only
/// @param permit for an allow only
/// @param caseId for a review only; `case` in JSON
public record DecisionView(
        String id,
        Outcome decision,
        @Nullable Instant until,
        List<ReasonView> reasons,
        List<AdviceView> advice,
        @Nullable WouldView would,
        @Nullable PermitView permit,
        @JsonProperty("case") @Nullable String caseId,
        PolicyView policy,
        List<PackView> packs,
        Instant decidedAt) {

    /// A recommendation.
    public record AdviceView(ReasonCode code, ClauseView clause, String detail) {

        private static AdviceView of(Advice advice) {
            return new AdviceView(advice.code(), ClauseView.of(advice.clause()), advice.detail());
        }
    }

    /// What would have been decided had the decision been binding.
    public record WouldView(Outcome decision, @Nullable Instant until, List<ReasonView> reasons) {

        private static WouldView of(Decision.Would would) {
            return new WouldView(
                    would.outcome(), would.until().orElse(null), ReasonView.of(would.reasons()));
        }
    }

    /// Until when an allow may be used.
    public record PermitView(Instant expiresAt) {}

    /// The account's policy.
    public record PolicyView(String id, String version, String digest, String status) {

        private static PolicyView of(PolicyRef ref) {
            return new PolicyView(ref.id(), ref.version(), ref.digest(), ref.status());
        }
    }

    /// A pack on top.
    public record PackView(String id, String version, String digest) {

        private static PackView of(PolicyRef ref) {
            return new PackView(ref.id(), ref.version(), ref.digest());
        }
    }

    /// The view of a decision.
    ///
    /// @param caseId the case that a review opened
    public static DecisionView of(String id, Decision decision, Optional<String> caseId) {
        return new DecisionView(
                id,
                decision.outcome(),
                decision.until().orElse(null),
                ReasonView.of(decision.reasons()),
                decision.advice().stream().map(AdviceView::of).toList(),
                decision.would().map(WouldView::of).orElse(null),
                decision.permitEnds().map(PermitView::new).orElse(null),
                caseId.orElse(null),
                PolicyView.of(decision.policy()),
                decision.packs().stream().map(PackView::of).toList(),
                decision.decidedAt());
    }
}
