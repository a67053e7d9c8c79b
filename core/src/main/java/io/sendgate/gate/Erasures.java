package io.sendgate.gate;

import io.sendgate.account.AccountId;
import io.sendgate.ledger.Change;
import io.sendgate.ledger.Entry;
import io.sendgate.ledger.Note;

import java.util.List;

/// The erasures of a recipient: each hides the past of the account that asked for it, whether or
/// not that is deleted yet.
///
/// @param entries those that record one
record Erasures(List<Entry> entries) {

    /// The erasures among a recipient's entries.
    static Erasures among(List<Entry> entries) {
        return new Erasures(entries.stream().filter(Erasures::erases).toList());
    }

    private static boolean erases(Entry entry) {
        return entry.changes().stream().anyMatch(Change.Erased.class::isInstance);
    }

    /// Whether one of them is that account's.
    boolean isBy(AccountId account) {
        return entries.stream().anyMatch(entry -> entry.account().equals(account));
    }

    /// Whether an entry is no longer told.
    boolean hide(Entry entry) {
        return entries.stream()
                .anyMatch(
                        one ->
                                one.account().equals(entry.account())
                                        && one.number() > entry.number());
    }

    /// Whether a note is no longer told.
    boolean hide(Note note) {
        return entries.stream()
                .anyMatch(
                        one ->
                                one.account().equals(note.account())
                                        && !note.at().isAfter(one.at()));
    }
}
