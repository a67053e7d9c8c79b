package io.sendgate.aws;

import io.sendgate.gate.SteadyClock;

import java.time.Duration;

/// The steady clock of this machine.
public final class MachineClock implements SteadyClock {

    /// The clock; it has no state.
    public MachineClock() {}

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    /// Waits at least that long.
    ///
    /// @throws IllegalStateException where the thread is interrupted; the wait was not kept then
    @Override
    public void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting", stopped);
        }
    }
}
