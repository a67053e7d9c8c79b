package io.sendgate.consent;

import java.time.Instant;

/// When a person did something, and how surely we know it.
///
/// @param at the provider's or the record's own time; the time of arrival where there is none
/// @param timed whether `at` is that own time
/// @param entry the ledger entry that recorded it: the order of arrival
public record Act(Instant at, boolean timed, long entry) {

    /// Whether this came after `other`: by their own times, by arrival where neither has one.
    ///
    /// Equal times are not after: on a tie the opt-out wins.
    public boolean after(Act other) {
        if (!timed && !other.timed) {
            return entry > other.entry;
        }
        return at.isAfter(other.at);
    }
}
