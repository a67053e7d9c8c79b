package io.sendgate.aws;

import io.sendgate.account.AccountId;
import io.sendgate.aws.LineStore.StoredRange;
import io.sendgate.aws.LineStore.Version;
import io.sendgate.gate.FactsUnavailable;
import io.sendgate.pace.Line;
import io.sendgate.pace.Range;
import io.sendgate.pace.RangeUse;

import java.time.Instant;
import java.util.Optional;

/// The slots of one broadcast's range that this copy holds, and what it last saw of the range.
final class RangeLease {

    private static final int MOST_ATTEMPTS = 200;

    private final LineStore store;
    private final AccountId account;
    private final Turns turns = new Turns();
    private StoredRange seen;
    private long version;
    private int next;
    private int end;
    private int returned;

    RangeLease(LineStore store, AccountId account, Version<StoredRange> found) {
        this.store = store;
        this.account = account;
        this.seen = found.state();
        this.version = found.number();
    }

    /// What came of asking for a slot.
    sealed interface Answer {

        /// It was taken.
        record Slot() implements Answer {}

        /// The next opens at this instant.
        record Early(Instant opens) implements Answer {}

        /// The range is over or used up.
        record Over() implements Answer {}
    }

    /// The line that the range is on, as the rule is called that speaks of it.
    synchronized String source() {
        return seen.source();
    }

    /// What asking would come to, as far as this copy knows.
    synchronized Answer look(Instant now) {
        if (!now.isBefore(range().end())) {
            return new Answer.Over();
        }
        if (returned > 0) {
            return new Answer.Slot();
        }
        if (next < end) {
            return slotAt(next, now);
        }
        return switch (seen.use().take(1, now)) {
            case RangeUse.Taken.Slots slots -> slotAt(slots.first(), now);
            case RangeUse.Taken.Early early -> new Answer.Early(early.opens());
            case RangeUse.Taken.Over over -> new Answer.Over();
        };
    }

    /// Takes a slot, if one is open.
    synchronized Answer take(Instant now) {
        if (!now.isBefore(range().end())) {
            return new Answer.Over();
        }
        if (returned > 0) {
            returned--;
            return new Answer.Slot();
        }
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            if (next < end) {
                return useNext(now);
            }
            switch (seen.use().take(Line.block(range().perMinute()), now)) {
                case RangeUse.Taken.Over over -> {
                    return new Answer.Over();
                }
                case RangeUse.Taken.Early early -> {
                    return new Answer.Early(early.opens());
                }
                case RangeUse.Taken.Slots slots -> hold(slots);
            }
        }
        throw new FactsUnavailable("a broadcast's slots are contended");
    }

    /// Returns a slot that was taken and not used.
    synchronized void giveBack() {
        returned++;
    }

    /// A turn among those that wait.
    synchronized Instant turn(Instant opens, Instant now) {
        return turns.next(range().perMinute(), opens, now);
    }

    private Range range() {
        return seen.use().range();
    }

    private Answer useNext(Instant now) {
        Answer answer = slotAt(next, now);
        if (answer instanceof Answer.Slot) {
            next++;
        }
        return answer;
    }

    private Answer slotAt(int index, Instant now) {
        Instant opens = range().slot(index);
        return opens.isAfter(now) ? new Answer.Early(opens) : new Answer.Slot();
    }

    private void hold(RangeUse.Taken.Slots slots) {
        StoredRange after = new StoredRange(slots.after(), seen.source(), seen.asked());
        Optional<Version<StoredRange>> newer = store.write(account, version, after);
        seen = newer.map(Version::state).orElse(after);
        version = newer.map(Version::number).orElse(version + 1);
        if (newer.isEmpty()) {
            next = slots.first();
            end = slots.first() + slots.count();
        }
    }
}
