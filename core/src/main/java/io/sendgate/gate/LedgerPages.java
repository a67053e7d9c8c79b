package io.sendgate.gate;

import io.sendgate.contact.RecipientTag;
import io.sendgate.ledger.Entry;
import io.sendgate.ledger.Note;

import java.util.ArrayList;
import java.util.List;

/// A recipient's ledger read to its end, page by page.
record LedgerPages(RecipientLedger ledger) {

    private static final int PAGE = 100;

    /// Every entry after `after`, oldest first.
    List<Entry> entries(RecipientTag tag, long after) {
        List<Entry> all = new ArrayList<>();
        List<Entry> page = ledger.entries(tag, after, PAGE);
        while (!page.isEmpty()) {
            all.addAll(page);
            long last = page.getLast().number();
            page = page.size() < PAGE ? List.of() : ledger.entries(tag, last, PAGE);
        }
        return all;
    }

    /// Every note whose key starts with `prefix`, in the order of their keys.
    List<Note> notes(RecipientTag tag, String prefix) {
        List<Note> all = new ArrayList<>();
        List<Note> page = ledger.notes(tag, prefix, "", PAGE);
        while (!page.isEmpty()) {
            all.addAll(page);
            String last = page.getLast().key().value();
            page = page.size() < PAGE ? List.of() : ledger.notes(tag, prefix, last, PAGE);
        }
        return all;
    }
}
