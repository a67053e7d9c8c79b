package io.sendgate.pace;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;

/// A range of a line's slots, reserved for one broadcast: evenly spaced, one after the other.
///
/// @param id the broadcast it is for
/// @param start when its first message may go
/// @param perMinute how fast its messages go, at least 1
/// @param count how many messages it is for, at least 1
public record Range(String id, Instant start, int perMinute, int count) {

    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    /// Refuses a range without slots.
    public Range {
        if (perMinute < 1 || count < 1) {
            throw new IllegalArgumentException("a range has at least one slot");
        }
    }

    /// When the message at `index`, from 0, may go.
    public Instant slot(int index) {
        return start.plusNanos(Math.ceilDiv(Math.multiplyExact(MINUTE, (long) index), perMinute));
    }

    /// When the line is free of it again, exclusive.
    public Instant end() {
        return slot(count);
    }

    /// How long it takes.
    public Duration duration() {
        return Duration.between(start, end());
    }

    /// How many of its slots lie at or before an instant.
    public int openedBy(Instant now) {
        if (now.isBefore(start)) {
            return 0;
        }
        if (!now.isBefore(end())) {
            return count;
        }
        BigInteger passed =
                BigInteger.valueOf(Duration.between(start, now).toNanos())
                        .multiply(BigInteger.valueOf(perMinute))
                        .divide(BigInteger.valueOf(MINUTE));
        return Math.min(count, passed.intValueExact() + 1);
    }

    /// Its share of the minute that ends at an instant, in messages times nanoseconds.
    ///
    /// A minute that it fills has `perMinute` messages, which is that many times a minute's
    /// nanoseconds.
    long weightBefore(Instant end) {
        Instant from = later(start, end.minus(RecentUse.WINDOW));
        Instant to = end().isBefore(end) ? end() : end;
        return from.isBefore(to)
                ? Math.multiplyExact(Duration.between(from, to).toNanos(), (long) perMinute)
                : 0;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
