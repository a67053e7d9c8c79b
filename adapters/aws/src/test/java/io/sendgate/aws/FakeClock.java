package io.sendgate.aws;

import io.sendgate.gate.SteadyClock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Both of a machine's clocks, moved by hand.
final class FakeClock implements SteadyClock, InstantSource {

    private volatile long nanos;
    private volatile Instant wall = Instant.parse("2026-11-22T03:10:00Z");

    synchronized void advance(Duration duration) {
        nanos += duration.toNanos();
        moveWall(duration);
    }

    synchronized void moveWall(Duration duration) {
        wall = wall.plus(duration);
    }

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public void pause(Duration duration) {
        advance(duration);
    }

    @Override
    public Instant instant() {
        return wall;
    }
}
