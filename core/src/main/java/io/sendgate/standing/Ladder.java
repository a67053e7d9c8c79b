package io.sendgate.standing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a policy allows to be done about a breach, and how one may appeal.
///
/// Its rungs have no order: an action goes by how grave a breach is.
///
/// @param rungs at most one of each action
/// @param appealDays how many days after an action an appeal is still open; empty for ever
/// @param answerBusinessDays within how many business days an appeal is answered
public record Ladder(List<Rung> rungs, Optional<Integer> appealDays, int answerBusinessDays) {

    /// A ladder that provides for nothing: appeals are open for ever, answered in ten business
    // days.
    public static final Ladder NONE = new Ladder(List.of(), Optional.empty(), 10);

    /// Copies the list, and refuses two rungs of one action.
    public Ladder {
        rungs = List.copyOf(rungs);
        if (rungs.stream().map(Rung::action).distinct().count() < rungs.size()) {
            throw new IllegalArgumentException("an action has one rung");
        }
    }

    /// The rung of an action, if the policy has one.
    public Optional<Rung> rung(Action action) {
        return rungs.stream().filter(rung -> rung.action() == action).findFirst();
    }

    /// Whether the policy allows an action at all.
    public boolean allows(Action action) {
        return !action.needsRung() || rung(action).isPresent();
    }

    /// Whether an appeal against an action of `taken` is still in time: the last day counts in
    /// full.
    boolean hears(Instant taken, Instant now) {
        return appealDays
                .map(days -> now.isBefore(taken.plus(Duration.ofDays(days + 1L))))
                .orElse(true);
    }
}
