package io.sendgate.fake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that stands still until it is moved.
public final class FakeClock implements InstantSource {

    private volatile Instant now;

    /// A clock that stands at `start`.
    public FakeClock(Instant start) {
        now = start;
    }

    @Override
    public Instant instant() {
        return now;
    }

    /// Moves it, forwards or back.
    public synchronized void advance(Duration by) {
        now = now.plus(by);
    }

    /// Sets it.
    public synchronized void set(Instant instant) {
        now = instant;
    }
}
