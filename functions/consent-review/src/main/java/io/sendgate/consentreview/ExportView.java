package io.sendgate.consentreview;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.sendgate.gate.ReadRecipient.Happening;
import io.sendgate.ledger.IdMint;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// Everything on record about a person for an account, as one document.
///
/// @param account whose records these are
/// @param recipient the person as they are known now
/// @param records everything that happened, newest first
record ExportView(
        String account, Instant exportedAt, RecipientView recipient, List<RecordView> records) {

    /// One entry or note.
    ///
    /// @param account for which it happened
    /// @param changes what happened, in order
    /// @param detail its personal part, opened; null where it has none
    record RecordView(
            Instant at, String account, List<ObjectNode> changes, @Nullable ObjectNode detail) {

        private static RecordView of(Happening happening, IdMint ids) {
            return new RecordView(
                    happening.at(),
                    happening.account().value(),
                    happening.changes().stream().map(HistoryLine::of).toList(),
                    happening.detail().map(one -> DetailView.of(one, ids)).orElse(null));
        }
    }

    /// The views of records, in their order.
    static List<RecordView> records(List<Happening> history, IdMint ids) {
        return history.stream().map(happening -> RecordView.of(happening, ids)).toList();
    }
}
