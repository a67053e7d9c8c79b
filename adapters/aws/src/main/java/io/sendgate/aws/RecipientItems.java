package io.sendgate.aws;

import io.sendgate.account.AccountId;
import io.sendgate.contact.RecipientTag;
import io.sendgate.gate.FactsUnavailable;
import io.sendgate.ledger.Detail;
import io.sendgate.ledger.Entry;
import io.sendgate.ledger.Note;
import io.sendgate.ledger.NoteKey;
import io.sendgate.wire.json.ChangeCodec;
import io.sendgate.wire.json.DetailCodec;
import io.sendgate.wire.json.StateCodec;
import io.sendgate.wire.keys.MasterVault;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.util.Map;
import java.util.Optional;

/// Entries and notes as items of the recipients' table.
///
/// What is personal is sealed on the way in and opened on the way out. Attributes that a newer
/// version has added are left alone, and so are changes of a kind that this version does not
/// know: the state beside them is whole.
final class RecipientItems {

    private final MasterVault vault;
    private final ChangeCodec changes = new ChangeCodec();
    private final DetailCodec details = new DetailCodec();
    private final StateCodec states = new StateCodec();

    RecipientItems(MasterVault vault) {
        this.vault = vault;
    }

    Map<String, AttributeValue> item(Entry entry) {
        Item.Draft item =
                Item.draft()
                        .text("tag", entry.tag().value())
                        .text("entry", EntryKey.of(entry.number()))
                        .text("root", entry.root().value())
                        .text("account", entry.account().value())
                        .time("time", entry.at())
                        .text("change", changes.write(entry.changes()))
                        .text("detail", sealed(entry.root(), entry.tag(), entry.detail()))
                        .text("state", states.write(entry.state()))
                        .text("nonce", entry.nonce())
                        .time("due", entry.agenda());
        if (entry.optsOut()) {
            item.text("list", entry.account().value());
        }
        return item.done();
    }

    Entry entry(Item item) {
        RecipientTag tag = new RecipientTag(item.text("tag"));
        AccountId root = new AccountId(item.text("root"));
        return new Entry(
                tag,
                EntryKey.number(item.text("entry")),
                root,
                new AccountId(item.text("account")),
                item.time("time"),
                changes.readKnown(item.text("change")),
                opened(root, tag, item.find("detail")),
                states.read(item.text("state")),
                item.findTime("due"),
                item.text("nonce"));
    }

    Map<String, AttributeValue> item(Note note, String nonce) {
        return Item.draft()
                .text("tag", note.tag().value())
                .text("entry", note.key().value())
                .text("root", note.root().value())
                .text("account", note.account().value())
                .time("time", note.at())
                .number("asOf", note.asOf())
                .text("change", changes.write(note.changes()))
                .text("detail", sealed(note.root(), note.tag(), note.detail()))
                .text("nonce", nonce)
                .time("due", note.due())
                .done();
    }

    Note note(Item item) {
        RecipientTag tag = new RecipientTag(item.text("tag"));
        AccountId root = new AccountId(item.text("root"));
        return new Note(
                tag,
                new NoteKey(item.text("entry")),
                root,
                new AccountId(item.text("account")),
                item.time("time"),
                item.number("asOf").orElse(0L),
                changes.readKnown(item.text("change")),
                opened(root, tag, item.find("detail")),
                item.findTime("due"));
    }

    private Optional<String> sealed(AccountId root, RecipientTag tag, Optional<Detail> detail) {
        return detail.map(personal -> vault.sealText(root, tag, details.write(personal)));
    }

    private Optional<Detail> opened(AccountId root, RecipientTag tag, Optional<String> sealed) {
        return sealed.map(closed -> details.read(open(root, tag, closed)));
    }

    private String open(AccountId root, RecipientTag tag, String sealed) {
        try {
            return vault.openText(root, tag, sealed);
        } catch (IllegalArgumentException foreign) {
            throw new FactsUnavailable("a detail was sealed with other keys", foreign);
        }
    }
}
