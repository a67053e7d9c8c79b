package io.sendgate.aws;

import java.time.Duration;
import java.time.Instant;

/// A contiguous range of a bandwidth, reserved.
///
/// @param first when the first message may go
/// @param interval the time from one message to the next
/// @param count how many messages it is for
public record Slots(Instant first, Duration interval, int count) {

    /// When the message at `index`, from 0, may go.
    public Instant at(int index) {
        return first.plus(interval.multipliedBy(index));
    }

    /// When the last message may go; for no messages, when the first would.
    public Instant last() {
        return at(Math.max(0, count - 1));
    }
}
