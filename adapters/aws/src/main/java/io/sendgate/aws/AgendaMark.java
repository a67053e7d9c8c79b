package io.sendgate.aws;

import io.sendgate.contact.RecipientTag;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// A mark on the agenda: at an instant something of a recipient wants to be looked at.
///
/// @param due never earlier than what is due; kept to the millisecond, rounded up
/// @param sortKey the entry or note that asked for it, `S#0000000012` or `N#…`
public record AgendaMark(RecipientTag tag, Instant due, String sortKey) {

    /// How many shards the agenda has.
    public static final int SHARDS = 16;

    /// Rounds up to the millisecond, so that nothing is looked at before it is due.
    public AgendaMark {
        Instant floor = due.truncatedTo(ChronoUnit.MILLIS);
        due = floor.equals(due) ? due : floor.plusMillis(1);
    }

    /// The shard it is on, 0 to 15.
    public int shard() {
        return Math.floorMod(tag.value().hashCode(), SHARDS);
    }

    /// Its key within the shard: marks sort by the instant.
    String key() {
        return Stamp.of(due) + "#" + tag.value() + "#" + sortKey;
    }

    /// The mark with that key.
    static AgendaMark of(String key) {
        int tag = key.indexOf('#') + 1;
        int sortKey = key.indexOf('#', tag) + 1;
        return new AgendaMark(
                new RecipientTag(key.substring(tag, sortKey - 1)),
                Instant.parse(key.substring(0, tag - 1)),
                key.substring(sortKey));
    }
}
