package io.sendgate.aws;

import io.sendgate.contact.RecipientTag;
import io.sendgate.gate.Chance;
import io.sendgate.gate.RecipientLedger;
import io.sendgate.ledger.Entry;
import io.sendgate.ledger.Note;
import io.sendgate.ledger.NoteKey;
import io.sendgate.wire.keys.MasterVault;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Recipients' ledgers in DynamoDB: one strong read for the newest entry, one write to append.
///
/// No updates, no deletes, no transactions: a role that may only query, get and put can do
/// everything here, and cannot rewrite history.
public final class DynamoRecipientLedger implements RecipientLedger {

    private static final TableName TABLE = TableName.RECIPIENTS;

    private final ItemStore store;
    private final RecipientItems items;
    private final Chance chance;

    /// Ledgers in this store, their personal parts sealed by this vault.
    ///
    /// @param chance marks each note, so that a write that is repeated knows itself again
    public DynamoRecipientLedger(
            DynamoDbClient store, Tables tables, MasterVault vault, Chance chance) {
        this.chance = chance;
        this.store = new ItemStore(store, tables);
        this.items = new RecipientItems(vault);
    }

    @Override
    public Optional<Entry> newest(RecipientTag tag) {
        return store.last(TABLE, tag.value(), EntryKey.RECIPIENT).map(items::entry);
    }

    /// Reads the first entries' keys, up to 100 at once; an erasure deletes first entries.
    @Override
    public Set<RecipientTag> begun(Set<RecipientTag> tags) {
        List<String> values = tags.stream().map(RecipientTag::value).toList();
        return store.partitionsWith(TABLE, values, EntryKey.of(1)).stream()
                .map(RecipientTag::new)
                .collect(Collectors.toSet());
    }

    /// Appends an entry if nobody has taken its number.
    ///
    /// Where the client repeated a write whose answer was lost, the item that is there carries
    /// this entry's nonce: it stands.
    @Override
    public Appended append(Entry entry) {
        Optional<Item> there = store.putIfAbsent(TABLE, items.item(entry));
        return there.filter(taken -> !taken.text("nonce").equals(entry.nonce()))
                .<Appended>map(taken -> new Appended.Taken(items.entry(taken)))
                .orElseGet(Appended.Written::new);
    }

    @Override
    public Optional<Entry> entry(RecipientTag tag, long number) {
        return store.get(TABLE, store.key(TABLE, tag.value(), EntryKey.of(number)))
                .map(items::entry);
    }

    @Override
    public List<Entry> entries(RecipientTag tag, long after, int limit) {
        return store
                .range(TABLE, tag.value(), EntryKey.RECIPIENT, EntryKey.of(after), limit)
                .stream()
                .map(items::entry)
                .toList();
    }

    /// Puts a note if there is none of that key.
    ///
    /// Where the client repeated a write whose answer was lost, the item that is there carries
    /// this call's nonce: it was put.
    @Override
    public Optional<Note> put(Note note) {
        String nonce = Long.toHexString(chance.next());
        return store.putIfAbsent(TABLE, items.item(note, nonce))
                .filter(there -> !there.find("nonce").equals(Optional.of(nonce)))
                .map(items::note);
    }

    @Override
    public Optional<Note> note(RecipientTag tag, NoteKey key) {
        return store.get(TABLE, store.key(TABLE, tag.value(), key.value())).map(items::note);
    }

    @Override
    public List<Note> notes(RecipientTag tag, String prefix, String after, int limit) {
        return store.range(TABLE, tag.value(), prefix, after, limit).stream()
                .map(items::note)
                .toList();
    }
}
