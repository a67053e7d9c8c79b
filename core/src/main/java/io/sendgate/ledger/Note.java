package io.sendgate.ledger;

import io.sendgate.account.AccountId;
import io.sendgate.contact.RecipientTag;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Something that happened and changed nothing: a refusal, a hold, a refused capture, a receipt.
///
/// @param asOf the number of the ledger entry it was decided on; 0 for none
/// @param due when it wants to be looked at again
public record Note(
        RecipientTag tag,
        NoteKey key,
        AccountId root,
        AccountId account,
        Instant at,
        long asOf,
        List<Change> changes,
        Optional<Detail> detail,
        Optional<Instant> due) {

    /// Copies the list, so that a note never changes.
    public Note {
        changes = List.copyOf(changes);
    }
}
