package io.sendgate.sendauthorization;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.sendgate.pace.Range;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// How long a broadcast takes at least, and its slots once they are reserved; what needs its
/// numbers is left out without them.
///
/// @param id the broadcast's id; left out where nothing is reserved
/// @param recipients how many messages it has
/// @param messagesPerMinute the rate it can count on
/// @param sharedBandwidth whether other messages go over the same line: it can take longer
/// @param duration how long sending takes, without any waiting for quiet hours
/// @param earliestCompletion when the last message has gone, at the earliest
/// @param slots when its messages may go; left out where nothing is reserved
/// @param quietHours how many of the numbers are in quiet hours now
/// @param lastAt when quiet hours have ended for the last of them; no number is counted that
///     opens at no time of the next ten days
/// @param neverOpen how many numbers those are
@JsonInclude(JsonInclude.Include.NON_NULL)
record EstimateView(
        @Nullable String id,
        int recipients,
        int messagesPerMinute,
        boolean sharedBandwidth,
        Duration duration,
        Instant earliestCompletion,
        @Nullable SlotsView slots,
        @Nullable Integer quietHours,
        @Nullable Instant lastAt,
        @Nullable Integer neverOpen) {

    private static final int SECONDS = 60;

    /// The estimate for a broadcast whose numbers are not known.
    static EstimateView of(int recipients, int messagesPerMinute, Instant now) {
        Duration duration = duration(recipients, messagesPerMinute);
        return new EstimateView(
                null,
                recipients,
                messagesPerMinute,
                true,
                duration,
                now.plus(duration),
                null,
                null,
                null,
                null);
    }

    /// The same, where it is known when each number opens.
    ///
    /// @param opens for each number the first instant from `now` on; empty for none in ten days
    EstimateView with(List<Optional<Instant>> opens, Instant now) {
        Instant last =
                Stream.concat(Stream.of(now), opens.stream().flatMap(Optional::stream))
                        .max(Comparator.naturalOrder())
                        .orElseThrow();
        long open = opens.stream().filter(Optional.of(now)::equals).count();
        long never = opens.stream().filter(Optional::isEmpty).count();
        return new EstimateView(
                null,
                recipients,
                messagesPerMinute,
                sharedBandwidth,
                duration,
                later(last, earliestCompletion),
                null,
                Math.toIntExact(opens.size() - open),
                last,
                Math.toIntExact(never));
    }

    /// The same with the slots that were reserved.
    EstimateView reserved(Range range) {
        return new EstimateView(
                range.id(),
                recipients,
                range.perMinute(),
                sharedBandwidth,
                duration,
                later(range.start().plus(duration), earliestCompletion),
                SlotsView.of(range),
                quietHours,
                lastAt,
                neverOpen);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /// The slots of a broadcast: evenly spaced, the one at `i` opens at `first` plus `i` times the
    /// interval.
    ///
    /// @param count how many
    /// @param first when the first opens
    /// @param last when the last opens
    /// @param end when the range is over: what goes later goes like single messages
    record SlotsView(int count, Instant first, Instant last, Instant end) {

        static SlotsView of(Range range) {
            return new SlotsView(
                    range.count(), range.start(), range.slot(range.count() - 1), range.end());
        }
    }

    /// Whole seconds, rounded up: a broadcast is never done earlier than its rate allows.
    private static Duration duration(int recipients, int messagesPerMinute) {
        return Duration.ofSeconds(
                Math.ceilDiv(Math.multiplyExact((long) recipients, SECONDS), messagesPerMinute));
    }
}
