package io.sendgate.decision;

import io.sendgate.policy.Rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What the judges have said so far.
final class Tally {

    private final List<Reason> reasons = new ArrayList<>();
    private final List<Advice> advice = new ArrayList<>();
    private Optional<Instant> closes = Optional.empty();

    void addAll(List<Reason> more) {
        reasons.addAll(more);
    }

    void add(Advice more) {
        advice.add(more);
    }

    void judge(Situation before) {
        for (Rule rule : before.document().rules()) {
            add(Judges.judge(rule, before));
        }
    }

    void passReviews() {
        reasons.removeIf(
                reason ->
                        reason.outcome() == Outcome.REVIEW
                                && reason.code() != ReasonCode.OPT_OUT_SUSPECTED);
    }

    void add(Verdict verdict) {
        switch (verdict) {
            case Verdict.Permits permits -> closes = earlier(closes, permits.until());
            case Verdict.Fails fails -> reasons.addAll(fails.reasons());
            case Verdict.Advises advises -> advice.add(advises.advice());
        }
    }

    List<Reason> inPrecedence() {
        if (reasons.isEmpty()) {
            return List.of();
        }
        return reasons.stream().sorted(Comparator.comparing(Reason::code)).toList();
    }

    List<Advice> advice() {
        return advice;
    }

    Optional<Instant> closesAt() {
        return closes;
    }

    private static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        return one.get().isAfter(other.get()) ? other : one;
    }
}
