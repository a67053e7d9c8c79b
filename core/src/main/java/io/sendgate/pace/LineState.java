package io.sendgate.pace;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a line has let through of late, and what of it is promised to broadcasts.
///
/// In no minute are more places taken, by single messages and in ranges together, than the line
/// lets through; a range's messages that go late can overlap with what follows it.
///
/// @param recent places that single messages took
/// @param ranges reserved ranges that are not long over
public record LineState(RecentUse recent, List<Range> ranges) {

    /// A line that nothing has gone through.
    public static final LineState IDLE = new LineState(RecentUse.NONE, List.of());

    /// How many broadcasts can be outstanding on one line.
    public static final int MOST_RANGES = 100;

    private static final long MINUTE = RecentUse.WINDOW.toNanos();
    private static final Duration PRECISION = Duration.ofMillis(1);

    /// Copies the list, so that it never changes.
    public LineState {
        ranges = List.copyOf(ranges);
    }

    /// What came of asking for places.
    public sealed interface Taken {

        /// Places were taken.
        record Places(LineState after, int count) implements Taken {}

        /// None is free before this instant.
        record Full(Instant opens) implements Taken {}
    }

    /// A range with the state that holds it.
    public record Reserved(LineState after, Range range) {}

    /// Takes up to `most` places for single messages, as many as are free.
    public Taken take(int perMinute, int most, Instant now) {
        int count = Math.min(most, free(perMinute, now));
        return count > 0
                ? new Taken.Places(new LineState(recent.plus(count, now), current(now)), count)
                : new Taken.Full(opens(perMinute, now));
    }

    /// The first instant, from `now` on, at which a place is free; to the millisecond.
    public Instant opens(int perMinute, Instant now) {
        Instant shut = now;
        for (Instant candidate : turns(now).toList()) {
            if (free(perMinute, candidate) > 0) {
                return firstFree(perMinute, shut, candidate);
            }
            shut = candidate;
        }
        return shut;
    }

    /// Reserves a range at the earliest instant from which the line has room for all of it.
    ///
    /// @param wanted what to reserve; its start is where to begin looking
    /// @return the range of that id that is there already, or the new one; empty where too many
    ///     broadcasts are outstanding
    public Optional<Reserved> reserve(int perMinute, Range wanted) {
        Instant now = wanted.start();
        List<Range> current = current(now);
        Optional<Range> before =
                ranges.stream().filter(range -> range.id().equals(wanted.id())).findFirst();
        if (before.isPresent()) {
            return before.map(range -> new Reserved(this, range));
        }
        if (current.size() >= MOST_RANGES) {
            return Optional.empty();
        }
        return turns(now)
                .map(start -> new Range(wanted.id(), start, wanted.perMinute(), wanted.count()))
                .map(range -> new Reserved(with(current, range), range))
                .filter(one -> one.after().fits(perMinute, one.range()))
                .findFirst();
    }

    private LineState with(List<Range> current, Range more) {
        List<Range> all = new ArrayList<>(current);
        all.add(more);
        return new LineState(recent, all);
    }

    /// Whether the line lets through, at any time and in any minute that the range reaches into,
    /// what all ranges and the single messages come to.
    private boolean fits(int perMinute, Range range) {
        boolean isTooFast =
                turns(range.start())
                        .filter(at -> at.isBefore(range.end()))
                        .anyMatch(at -> rate(at) > perMinute);
        return !isTooFast && fitsEveryMinute(perMinute, range);
    }

    /// How fast the ranges go at an instant, all together.
    private long rate(Instant at) {
        return ranges.stream()
                .filter(range -> !range.start().isAfter(at) && range.end().isAfter(at))
                .mapToLong(Range::perMinute)
                .sum();
    }

    private boolean fitsEveryMinute(int perMinute, Range range) {
        Instant last = range.end().plus(RecentUse.WINDOW);
        long most = Math.multiplyExact(MINUTE, (long) perMinute);
        return turns(range.start())
                .flatMap(turn -> Stream.of(turn.minus(PRECISION), turn))
                .filter(at -> !at.isBefore(range.start()) && !at.isAfter(last))
                .allMatch(at -> weight(at) + recent.at(at) * MINUTE <= most);
    }

    /// How many single messages may go now without any minute getting too many.
    private int free(int perMinute, Instant now) {
        Instant end = now.plus(RecentUse.WINDOW);
        long promised =
                Stream.concat(turns(now).filter(turn -> turn.isBefore(end)), Stream.of(end))
                        .mapToLong(this::weight)
                        .max()
                        .orElse(0);
        int left = perMinute - Math.toIntExact(Math.ceilDiv(promised, MINUTE)) - recent.at(now);
        return Math.max(0, left);
    }

    /// The ranges' share of the minute that ends at an instant.
    private long weight(Instant end) {
        return ranges.stream().mapToLong(range -> range.weightBefore(end)).sum();
    }

    /// Now and, ascending, every instant after it from which on the line empties or fills.
    private Stream<Instant> turns(Instant now) {
        Stream<Instant> bounds =
                ranges.stream()
                        .flatMap(range -> Stream.of(range.start(), range.end()))
                        .flatMap(
                                bound ->
                                        Stream.of(
                                                bound.minus(RecentUse.WINDOW),
                                                bound,
                                                bound.plus(RecentUse.WINDOW)))
                        .filter(now::isBefore);
        return Stream.concat(
                Stream.of(now), Stream.concat(bounds, recent.expiries(now)).sorted().distinct());
    }

    /// The first free instant after `shut`, where `open` is one.
    private Instant firstFree(int perMinute, Instant shut, Instant open) {
        Instant low = shut;
        Instant high = open;
        while (Duration.between(low, high).compareTo(PRECISION) > 0) {
            Instant middle = low.plus(Duration.between(low, high).dividedBy(2));
            if (free(perMinute, middle) > 0) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    private List<Range> current(Instant now) {
        return ranges.stream()
                .filter(range -> range.end().plus(RecentUse.WINDOW).isAfter(now))
                .sorted(Comparator.comparing(Range::start))
                .toList();
    }
}
