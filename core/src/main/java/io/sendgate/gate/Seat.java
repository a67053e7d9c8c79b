package io.sendgate.gate;

import io.sendgate.decision.Pace;
import io.sendgate.gate.Throughput.Taken;
import io.sendgate.gate.Throughput.Wish;

import java.time.Instant;
import java.util.Optional;

/// The place that one request takes on its lines: once, however often it is decided, and given
/// back unless the message goes.
final class Seat {

    private final Throughput throughput;
    private Optional<Taken.Place> place = Optional.empty();
    private Optional<Pace> turn = Optional.empty();

    Seat(Throughput throughput) {
        this.throughput = throughput;
    }

    /// How the lines stand for this request.
    Pace pace(Wish wish, Instant now) {
        return place.isPresent() ? Pace.OPEN : turn.orElseGet(() -> throughput.pace(wish, now));
    }

    /// Takes the place, if it has not been taken.
    ///
    /// @return how the lines stand where there is none
    Optional<Pace> take(Wish wish, Instant now) {
        if (place.isPresent()) {
            return Optional.empty();
        }
        return switch (throughput.take(wish, now)) {
            case Taken.Place taken -> {
                place = Optional.of(taken);
                yield Optional.empty();
            }
            case Taken.Full full -> Optional.of(full.pace());
        };
    }

    /// The request's turn among those that wait.
    Pace turn(Wish wish, Pace full, Instant now) {
        Pace given = turn.orElseGet(() -> throughput.turn(wish, full, now));
        turn = Optional.of(given);
        return given;
    }

    /// The message goes: its place is used.
    void use() {
        place = Optional.empty();
    }

    /// Gives a place back that was not used.
    void leave() {
        place.ifPresent(taken -> taken.giveBack().run());
        place = Optional.empty();
    }
}
