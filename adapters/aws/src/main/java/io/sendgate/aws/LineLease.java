package io.sendgate.aws;

import io.sendgate.aws.LineStore.Version;
import io.sendgate.gate.FactsUnavailable;
import io.sendgate.pace.Line;
import io.sendgate.pace.LineState;
import io.sendgate.pace.RecentUse;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// The places of one line that this copy holds, and what it last saw of the line.
///
/// What it saw errs on the side of free places: other copies only ever take more.
final class LineLease {

    private static final int MOST_ATTEMPTS = 200;

    private final LineStore store;
    private final Turns turns = new Turns();
    private LineState seen = LineState.IDLE;
    private long version;
    private int held;
    private Instant heldSince = Instant.EPOCH;

    LineLease(LineStore store) {
        this.store = store;
    }

    /// When the next place opens, as far as this copy knows; empty where one is free.
    synchronized Optional<Instant> opens(Line line, Instant now) {
        return hasPlace(line, now)
                ? Optional.empty()
                : Optional.of(seen.opens(line.perMinute(), now)).filter(now::isBefore);
    }

    /// Takes a place.
    ///
    /// @return when the next opens; empty where one was taken
    synchronized Optional<Instant> take(Line line, Instant now) {
        if (hasPlace(line, now)) {
            held--;
            return Optional.empty();
        }
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            switch (seen.take(line.perMinute(), line.block(), now)) {
                case LineState.Taken.Full full -> {
                    return Optional.of(full.opens());
                }
                case LineState.Taken.Places places -> {
                    if (written(line, places.after())) {
                        held = places.count() - 1;
                        heldSince = now;
                        return Optional.empty();
                    }
                }
            }
        }
        throw new FactsUnavailable("a shared line is contended");
    }

    /// Whether this copy holds a place; one that no longer counts only where another would be free.
    private boolean hasPlace(Line line, Instant now) {
        boolean counts = Duration.between(heldSince, now).abs().compareTo(RecentUse.WINDOW) < 0;
        return held > 0 && (counts || !seen.opens(line.perMinute(), now).isAfter(now));
    }

    /// Returns a place that was taken and not used.
    synchronized void giveBack() {
        held++;
    }

    /// A turn among those that wait.
    synchronized Instant turn(Line line, Instant opens, Instant now) {
        return turns.next(line.perMinute(), opens, now);
    }

    /// Changes the line's state as a whole.
    ///
    /// @param change what to make of the state; empty to leave it
    /// @return what the change led to
    synchronized <T> Optional<T> change(Line line, Change<T> change) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Optional<Change.Made<T>> made = change.of(seen);
            if (made.isEmpty() && version > 0) {
                return Optional.empty();
            }
            if (made.filter(one -> written(line, one.after())).isPresent()) {
                return made.map(Change.Made::result);
            }
        }
        throw new FactsUnavailable("a shared line is contended");
    }

    /// A change of a line's state.
    interface Change<T> {

        /// The state after it, with what it led to.
        record Made<T>(LineState after, T result) {}

        /// What it makes of a state; empty where it does nothing.
        Optional<Made<T>> of(LineState before);
    }

    private boolean written(Line line, LineState after) {
        Optional<Version<LineState>> newer = store.write(line, version, after);
        seen = newer.map(Version::state).orElse(after);
        version = newer.map(Version::number).orElse(version + 1);
        return newer.isEmpty();
    }
}
