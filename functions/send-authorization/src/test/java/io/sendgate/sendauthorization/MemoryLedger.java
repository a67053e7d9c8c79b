package io.sendgate.sendauthorization;

import io.sendgate.contact.RecipientTag;
import io.sendgate.gate.RecipientLedger;
import io.sendgate.ledger.Entry;
import io.sendgate.ledger.Note;
import io.sendgate.ledger.NoteKey;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/// A ledger in memory: put-if-absent on two maps.
final class MemoryLedger implements RecipientLedger {

    private final Map<RecipientTag, ConcurrentSkipListMap<Long, Entry>> entries =
            new ConcurrentHashMap<>();
    private final Map<RecipientTag, ConcurrentSkipListMap<String, Note>> notes =
            new ConcurrentHashMap<>();

    @Override
    public Optional<Entry> newest(RecipientTag tag) {
        return Optional.ofNullable(entries(tag).lastEntry()).map(Map.Entry::getValue);
    }

    @Override
    public Appended append(Entry entry) {
        return Optional.ofNullable(entries(entry.tag()).putIfAbsent(entry.number(), entry))
                .<Appended>map(Appended.Taken::new)
                .orElseGet(Appended.Written::new);
    }

    @Override
    public Optional<Entry> entry(RecipientTag tag, long number) {
        return Optional.ofNullable(entries(tag).get(number));
    }

    @Override
    public List<Entry> entries(RecipientTag tag, long after, int limit) {
        return entries(tag).tailMap(after, false).values().stream().limit(limit).toList();
    }

    @Override
    public Optional<Note> put(Note note) {
        return Optional.ofNullable(notes(note.tag()).putIfAbsent(note.key().value(), note));
    }

    @Override
    public Optional<Note> note(RecipientTag tag, NoteKey key) {
        return Optional.ofNullable(notes(tag).get(key.value()));
    }

    @Override
    public List<Note> notes(RecipientTag tag, String prefix, String after, int limit) {
        return notes(tag).values().stream()
                .filter(note -> note.key().value().startsWith(prefix))
                .filter(note -> note.key().value().compareTo(after) > 0)
                .limit(limit)
                .toList();
    }

    /// How many entries and notes there are.
    int size() {
        return entries.values().stream().mapToInt(Map::size).sum()
                + notes.values().stream().mapToInt(Map::size).sum();
    }

    private ConcurrentSkipListMap<Long, Entry> entries(RecipientTag tag) {
        return entries.computeIfAbsent(tag, key -> new ConcurrentSkipListMap<>());
    }

    private ConcurrentSkipListMap<String, Note> notes(RecipientTag tag) {
        return notes.computeIfAbsent(tag, key -> new ConcurrentSkipListMap<>());
    }
}
