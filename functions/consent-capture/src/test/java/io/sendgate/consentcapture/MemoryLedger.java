package io.sendgate.consentcapture;

import io.sendgate.contact.RecipientTag;
import io.sendgate.gate.RecipientLedger;
import io.sendgate.ledger.Entry;
import io.sendgate.ledger.Note;
import io.sendgate.ledger.NoteKey;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/// A ledger in memory: put-if-absent on two maps.
final class MemoryLedger implements RecipientLedger {

    private final ConcurrentSkipListMap<String, Entry> entries = new ConcurrentSkipListMap<>();
    private final ConcurrentSkipListMap<String, Note> notes = new ConcurrentSkipListMap<>();

    private static String key(RecipientTag tag, long number) {
        return "%s %010d".formatted(tag.value(), number);
    }

    /// How much has been recorded.
    int size() {
        return entries.size() + notes.size();
    }

    /// The last entry of whoever has one; for worlds with one person in them.
    Entry last() {
        return entries.lastEntry().getValue();
    }

    @Override
    public Optional<Entry> newest(RecipientTag tag) {
        return Optional.ofNullable(entries.floorEntry(key(tag, 9_999_999_999L)))
                .map(ConcurrentNavigableMap.Entry::getValue)
                .filter(entry -> entry.tag().equals(tag));
    }

    @Override
    public Appended append(Entry entry) {
        return Optional.ofNullable(entries.putIfAbsent(key(entry.tag(), entry.number()), entry))
                .<Appended>map(Appended.Taken::new)
                .orElseGet(Appended.Written::new);
    }

    @Override
    public Optional<Entry> entry(RecipientTag tag, long number) {
        return Optional.ofNullable(entries.get(key(tag, number)));
    }

    @Override
    public List<Entry> entries(RecipientTag tag, long after, int limit) {
        return entries.tailMap(key(tag, after), false).values().stream()
                .filter(entry -> entry.tag().equals(tag))
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<Note> put(Note note) {
        return Optional.ofNullable(
                notes.putIfAbsent(note.tag().value() + " " + note.key().value(), note));
    }

    @Override
    public Optional<Note> note(RecipientTag tag, NoteKey key) {
        return Optional.ofNullable(notes.get(tag.value() + " " + key.value()));
    }

    @Override
    public List<Note> notes(RecipientTag tag, String prefix, String after, int limit) {
        String start = tag.value() + " " + prefix;
        return notes.tailMap(start, true).entrySet().stream()
                .takeWhile(one -> one.getKey().startsWith(start))
                .map(ConcurrentNavigableMap.Entry::getValue)
                .filter(note -> note.key().value().compareTo(after) > 0)
                .limit(limit)
                .toList();
    }
}
