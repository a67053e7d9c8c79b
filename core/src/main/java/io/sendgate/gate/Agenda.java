package io.sendgate.gate;

import io.sendgate.contact.RecipientTag;

import java.time.Instant;
import java.util.List;

/// What is due when: the port to the agenda that the relay writes.
///
/// An item says only where to look; what is due there is decided on the newest state.
public interface Agenda {

    /// How many shards the agenda has, numbered from 0.
    int SHARDS = 16;

    /// Items of a shard that are due at `now` or were before, oldest first, at most `limit`.
    List<Item> due(int shard, Instant now, int limit);

    /// Takes an item off the agenda; one that is gone already is no fault.
    void done(Item item);

    /// An item of the agenda.
    ///
    /// @param what a ledger entry's number, or a note's key
    record Item(int shard, Instant due, RecipientTag tag, String what) {}
}
