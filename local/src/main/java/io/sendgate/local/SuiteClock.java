package io.sendgate.local;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Business time of the local suite: real time until somebody sets it, then it stands still.
public final class SuiteClock implements InstantSource {

    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("9000-01-01T00:00:00Z");

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
    ///
    /// @throws DateTimeException before 1970 and after 8999: ids begin with the time, and what is
    ///     written at a time that they cannot hold would be stuck in the streams for good
    public synchronized void set(Instant instant) {
        if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
            throw new DateTimeException("the clock goes from 1970 to 8999");
        }
        stopped = Optional.of(instant.truncatedTo(ChronoUnit.MILLIS));
    }

    /// Moves it, forwards or back, and stops it.
    ///
    /// @throws DateTimeException as [#set]
    public synchronized void advance(Duration by) {
        set(instant().plus(by));
    }

    /// Returns to real time.
    public synchronized void release() {
        stopped = Optional.empty();
    }
}
