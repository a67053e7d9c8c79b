package io.sendgate.gate;

import io.sendgate.account.AccountId;
import io.sendgate.decision.Pace;
import io.sendgate.pace.Line;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The places on the lines that messages go over: the port to what running copies share.
///
/// Instants are business time. A copy holds a second's worth of places of each line for itself, so
/// that most messages are settled without the store.
public interface Throughput {

    /// What a message needs a place on.
    ///
    /// @param lines the lines that single messages go over
    /// @param broadcast the broadcast it says it belongs to; while that has slots for it, the
    ///     message goes in those and not over the lines
    record Wish(AccountId account, List<Line> lines, Optional<String> broadcast) {

        /// Copies the list, so that a wish never changes.
        public Wish {
            lines = List.copyOf(lines);
        }
    }

    /// What came of asking for a place.
    sealed interface Taken {

        /// It was taken, on every line.
        ///
        /// @param giveBack returns it to this copy, for a message that does not go
        record Place(Runnable giveBack) implements Taken {}

        /// There is none, and nothing was taken.
        record Full(Pace pace) implements Taken {}
    }

    /// How the lines stand as far as this copy knows; takes nothing, and asks nobody about lines.
    ///
    /// @throws FactsUnavailable where a broadcast that this copy does not know cannot be read
    Pace pace(Wish wish, Instant now);

    /// Takes a place.
    ///
    /// @throws FactsUnavailable where the lines are out of reach
    Taken take(Wish wish, Instant now);

    /// A turn for a message that waits, behind all that this copy has given one; no place is kept
    /// for it.
    ///
    /// @param full how the lines stand that it waits for
    Pace turn(Wish wish, Pace full, Instant now);

    /// Lines without any limit.
    Throughput UNLIMITED =
            new Throughput() {

                @Override
                public Pace pace(Wish wish, Instant now) {
                    return Pace.OPEN;
                }

                @Override
                public Taken take(Wish wish, Instant now) {
                    return new Taken.Place(() -> {});
                }

                @Override
                public Pace turn(Wish wish, Pace full, Instant now) {
                    return full;
                }
            };
}
