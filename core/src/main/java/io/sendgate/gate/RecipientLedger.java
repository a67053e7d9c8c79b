package io.sendgate.gate;

import io.sendgate.contact.RecipientTag;
import io.sendgate.ledger.Entry;
import io.sendgate.ledger.Note;
import io.sendgate.ledger.NoteKey;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Where recipients' ledgers are kept: the port to the store.
///
/// Every change is a put-if-absent of one item, which makes the ledger linearizable. Every method
/// throws
/// [FactsUnavailable] where the store cannot be reached.
public interface RecipientLedger {

    /// The newest entry, read strongly; empty for somebody nothing is known about.
    Optional<Entry> newest(RecipientTag tag);

    /// Those of some recipients whose ledger may have been begun: never one too few but for those
    /// who were erased, of whom it can miss some.
    default Set<RecipientTag> begun(Set<RecipientTag> tags) {
        return tags;
    }

    /// Appends an entry if nobody has taken its number.
    Appended append(Entry entry);

    /// The entry of that number.
    Optional<Entry> entry(RecipientTag tag, long number);

    /// Entries after `after`, oldest first, at most `limit`.
    List<Entry> entries(RecipientTag tag, long after, int limit);

    /// Puts a note if there is none of that key.
    ///
    /// @return the note that was there already; empty where this one was put
    Optional<Note> put(Note note);

    /// The note of that key.
    Optional<Note> note(RecipientTag tag, NoteKey key);

    /// Notes whose key starts with `prefix` and comes after `after`, in order, at most `limit`.
    List<Note> notes(RecipientTag tag, String prefix, String after, int limit);

    /// What became of an append.
    sealed interface Appended {

        /// The entry stands.
        record Written() implements Appended {}

        /// Somebody else took the number.
        record Taken(Entry winner) implements Appended {}
    }
}
