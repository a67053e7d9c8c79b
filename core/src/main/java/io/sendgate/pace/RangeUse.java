package io.sendgate.pace;

import java.time.Duration;
import java.time.Instant;

/// How far a broadcast's range has been used.
///
/// Slots that have passed unused can still be used until the range ends, but never more in a
/// minute than its rate.
///
/// @param range the slots
/// @param taken how many of them were taken
/// @param recent those taken within the last minute
public record RangeUse(Range range, int taken, RecentUse recent) {

    private static final Duration AHEAD = Duration.ofSeconds(1);

    /// A range that nothing has gone through.
    public static RangeUse of(Range range) {
        return new RangeUse(range, 0, RecentUse.NONE);
    }

    /// What came of asking for slots.
    public sealed interface Taken {

        /// Slots were taken, `first` and the `count` - 1 after it; each is used when it is open.
        record Slots(RangeUse after, int first, int count) implements Taken {}

        /// The next opens at this instant.
        record Early(Instant opens) implements Taken {}

        /// The range is over or used up: its messages go like single ones.
        record Over() implements Taken {}
    }

    /// Takes up to `most` slots, none of them more than a second ahead.
    public Taken take(int most, Instant now) {
        if (taken >= range.count() || !now.isBefore(range.end())) {
            return new Taken.Over();
        }
        int open = range.openedBy(now.plus(AHEAD)) - taken;
        int rated = range.perMinute() - recent.at(now);
        if (rated <= 0) {
            return new Taken.Early(recent.expiries(now).findFirst().orElseThrow());
        }
        if (open <= 0 || now.isBefore(range.start())) {
            return new Taken.Early(range.slot(taken));
        }
        int count = Math.min(most, Math.min(open, rated));
        RangeUse after = new RangeUse(range, taken + count, recent.plus(count, now));
        return new Taken.Slots(after, taken, count);
    }
}
