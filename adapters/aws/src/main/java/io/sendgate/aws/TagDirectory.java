package io.sendgate.aws;

import io.sendgate.account.AccountId;
import io.sendgate.contact.Person;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.contact.RecipientTag;
import io.sendgate.gate.Vault;
import io.sendgate.wire.keys.MasterVault;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.util.Map;
import java.util.Optional;

/// A vault that knows under which of several tagging keys a person is kept; with one key it asks
/// nobody.
///
/// Who was known before a rotation keeps their tag. Of anybody else one item, at the place that
/// the first key gives them, says for good which tag they have: it is put if absent, so that all
/// copies agree, whichever key each of them opens with.
public final class TagDirectory implements Vault {

    private static final TableName TABLE = TableName.RECIPIENTS;
    private static final String CLAIMED = "claimed";

    private final MasterVault vault;
    private final ItemStore store;

    /// A directory in a store, over a vault.
    public TagDirectory(MasterVault vault, DynamoDbClient store, Tables tables) {
        this.vault = vault;
        this.store = new ItemStore(store, tables);
    }

    /// The tag that a person has.
    ///
    /// @throws io.sendgate.gate.FactsUnavailable where there are several keys and the store cannot
    ///     be reached
    @Override
    public RecipientTag tag(AccountId root, Person person) {
        RecipientTag wanted = vault.tag(root, person);
        return vault.firstTag(root, person).map(first -> settled(first, wanted)).orElse(wanted);
    }

    private RecipientTag settled(RecipientTag first, RecipientTag wanted) {
        return claimed(store.get(TABLE, place(first))).orElseGet(() -> known(first, wanted));
    }

    private RecipientTag known(RecipientTag first, RecipientTag wanted) {
        if (store.last(TABLE, first.value(), EntryKey.RECIPIENT).isPresent()) {
            return first;
        }
        Map<String, AttributeValue> claim =
                Item.draft()
                        .text("tag", first.value())
                        .text("entry", EntryKey.CLAIM)
                        .text(CLAIMED, wanted.value())
                        .done();
        return claimed(store.putIfAbsent(TABLE, claim)).orElse(wanted);
    }

    private static Optional<RecipientTag> claimed(Optional<Item> claim) {
        return claim.map(item -> new RecipientTag(item.text(CLAIMED)));
    }

    private Map<String, AttributeValue> place(RecipientTag first) {
        return store.key(TABLE, first.value(), EntryKey.CLAIM);
    }

    @Override
    public RecipientTag platformTag(PhoneNumber number) {
        return vault.platformTag(number);
    }

    @Override
    public String seal(AccountId root, RecipientTag tag, PhoneNumber number) {
        return vault.seal(root, tag, number);
    }

    @Override
    public PhoneNumber open(AccountId root, RecipientTag tag, String sealed) {
        return vault.open(root, tag, sealed);
    }

    @Override
    public String hash(AccountId root, String text) {
        return vault.hash(root, text);
    }
}
