package io.sendgate.aws;

import java.time.Duration;
import java.time.Instant;

/// The turns that one copy gives to messages that wait for a place: one after the other, so that
/// they do not all come back at once.
final class Turns {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private Instant last = Instant.MIN;
    private Instant givenAt = Instant.MIN;

    /// The next turn, at `opens` at the earliest.
    Instant next(int perMinute, Instant opens, Instant now) {
        boolean clockWentBack = now.isBefore(givenAt);
        Instant after =
                clockWentBack || last.isBefore(opens)
                        ? opens
                        : last.plus(MINUTE.dividedBy(perMinute));
        last = after;
        givenAt = now;
        return after;
    }
}
