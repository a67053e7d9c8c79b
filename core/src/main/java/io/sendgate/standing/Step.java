package io.sendgate.standing;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// One entry of an account's history of standing.
///
/// Applying a step again changes nothing, so that whoever died between two writes can be repaired.
public sealed interface Step {

    /// By what it is known: the id of its action, or of its appeal and what became of it.
    String id();

    /// An action was taken.
    ///
    /// @param taken what it lastingly does; empty for what does nothing lasting
    /// @param isStrike whether it is a finding against the account
    /// @param ended the ids of the actions whose measures end with it
    record Acted(
            Order order,
            Action action,
            Optional<Measure> taken,
            boolean isStrike,
            Set<String> ended)
            implements Step {

        /// Copies the set, so that a step never changes.
        public Acted {
            ended = Set.copyOf(ended);
        }

        @Override
        public String id() {
            return order.id();
        }
    }

    /// An account appealed.
    record Appealed(Appeal appeal) implements Step {

        @Override
        public String id() {
            return appeal.id();
        }
    }

    /// An appeal was answered.
    ///
    /// @param isGranted whether its action is undone and its strike void
    record Answered(Appeal appeal, boolean isGranted, Instant at) implements Step {

        @Override
        public String id() {
            return appeal.id() + "/answer";
        }
    }
}
