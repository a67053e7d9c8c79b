package io.sendgate.gate;

import java.time.Duration;

/// The machine's steady clock: for deadlines and retries, never for decisions.
public interface SteadyClock {

    /// Nanoseconds since some fixed instant; differences mean something, values do not.
    long nanos();

    /// Waits.
    void pause(Duration duration);
}
