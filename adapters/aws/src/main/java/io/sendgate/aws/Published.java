package io.sendgate.aws;

import io.sendgate.account.AccountId;
import io.sendgate.contact.RecipientTag;
import io.sendgate.ledger.Change;
import io.sendgate.ledger.NoteKey;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// An entry or a note as the stream shows it: what may be told of it, its sealed part left
/// closed.
///
/// @param place where it is kept among the recipient's items
/// @param root the family it belongs to
/// @param account the account it happened for
/// @param at business time
/// @param due when it wants to be looked at again
public record Published(
        RecipientTag tag,
        Place place,
        AccountId root,
        AccountId account,
        Instant at,
        List<Change> changes,
        Optional<Instant> due) {

    /// Copies the list, so that it never changes.
    public Published {
        changes = List.copyOf(changes);
    }

    /// Where something is kept among a recipient's items.
    public sealed interface Place {

        /// A ledger entry.
        record Numbered(long number) implements Place {}

        /// A note.
        ///
        /// @param asOf the number of the entry it was decided on; 0 for none
        record Noted(NoteKey key, long asOf) implements Place {}

        /// The sort key in the recipients' table.
        default String sortKey() {
            return switch (this) {
                case Numbered entry -> EntryKey.of(entry.number());
                case Noted note -> note.key().value();
            };
        }

        /// The sequence of the event that the change at `index`, from 1, gives; it compares as
        /// text.
        ///
        /// A note sorts after the entry it was decided on and before the next.
        default String sequence(int index) {
            return switch (this) {
                case Numbered entry ->
                        String.format(Locale.ROOT, "%012d-%02d", entry.number(), index);
                case Noted note -> {
                    String id = note.key().value().substring(NOTE_PREFIX.length());
                    String start = String.format(Locale.ROOT, "%012d~%s", note.asOf(), id);
                    yield index == 1 ? start : String.format(Locale.ROOT, "%s-%02d", start, index);
                }
            };
        }

        /// What every note's sort key starts with.
        String NOTE_PREFIX = "N#";
    }
}
