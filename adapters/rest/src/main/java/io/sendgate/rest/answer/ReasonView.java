package io.sendgate.rest.answer;

import io.sendgate.decision.Outcome;
import io.sendgate.decision.Reason;
import io.sendgate.decision.ReasonCode;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A reason as an answer gives it: in a decision, in a refused capture, in a refused redemption.
///
/// @param fix the sentence that says how to turn it
public record ReasonView(
        ReasonCode code,
        Outcome outcome,
        @Nullable Instant until,
        ClauseView clause,
        Map<String, Object> facts,
        String fix) {

    /// The view of a reason, its facts in a fixed order.
    public static ReasonView of(Reason reason) {
        return new ReasonView(
                reason.code(),
                reason.outcome(),
                reason.until().orElse(null),
                ClauseView.of(reason.clause()),
                new TreeMap<>(reason.facts()),
                reason.fix().sentence());
    }

    /// The views of reasons, in their order.
    public static List<ReasonView> of(List<Reason> reasons) {
        return reasons.stream().map(ReasonView::of).toList();
    }
}
