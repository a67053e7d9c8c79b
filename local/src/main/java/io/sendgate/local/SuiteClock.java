package io.sendgate.local;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Business time of the local suite: real time until somebody sets it, then it stands still.
public final class SuiteClock implements InstantSource {

    private Optional<Instant> stopped = Optional.empty();

    /// A clock that runs.
    public SuiteClock() {}

    /// The instant by which everything is decided, in whole milliseconds.
    @Override
    public synchronized Instant instant() {
        return stopped.orElseGet(() -> Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }

    /// Whether it stands still.
    public synchronized boolean isStopped() {
        return stopped.isPresent();
    }

    /// Sets it and stops it.
    public synchronized void set(Instant instant) {
        stopped = Optional.of(instant.truncatedTo(ChronoUnit.MILLIS));
    }

    /// Moves it, forwards or back, and stops it.
    ///
    /// @throws java.time.DateTimeException where that leads out of all time
    public synchronized void advance(Duration by) {
        set(instant().plus(by));
    }

    /// Returns to real time.
    public synchronized void release() {
        stopped = Optional.empty();
    }
}
