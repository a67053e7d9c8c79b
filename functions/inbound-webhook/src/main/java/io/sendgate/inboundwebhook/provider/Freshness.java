package io.sendgate.inboundwebhook.provider;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Whether a signed time is near enough to ours.
final class Freshness {

    /// How far a signed time may lie from ours, either way, inclusive.
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final int LONGEST = 12;

    private Freshness() {}

    /// Whether `time` is within the tolerance of `now`.
    static boolean isFresh(Instant time, Instant now) {
        return Duration.between(time, now).abs().compareTo(TOLERANCE) <= 0;
    }

    /// The instant that unix seconds in plain digits name; empty for anything else.
    static Optional<Instant> unixSeconds(String text) {
        boolean digits =
                !text.isEmpty()
                        && text.length() <= LONGEST
                        && text.chars().allMatch(c -> c >= '0' && c <= '9');
        try {
            return digits
                    ? Optional.of(Instant.ofEpochSecond(Long.parseLong(text)))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
