package io.sendgate.aws;

import io.sendgate.account.AccountId;
import io.sendgate.contact.RecipientTag;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/// Deletes what an erasure has left behind: the only code that takes anything from a ledger.
///
/// The role that runs it is the only one that may delete from the recipients' table.
public final class RecipientErasure {

    private static final TableName TABLE = TableName.RECIPIENTS;
    private static final int PAGE = 100;

    private final ItemStore store;

    /// Erasures in this store.
    public RecipientErasure(DynamoDbClient store, Tables tables) {
        this.store = new ItemStore(store, tables);
    }

    /// Deletes every entry of the account before the one that records its erasure, and every note
    /// of its from before. What happened for other accounts of the family stays.
    ///
    /// It may be stopped anywhere and run again.
    ///
    /// @param erased the number of the entry that records the erasure; it and later ones stay
    /// @param account whose past goes
    /// @param at the instant of that entry; later notes stay
    /// @return how many items went
    /// @throws io.sendgate.gate.FactsUnavailable where the store cannot be reached
    public int erase(RecipientTag tag, AccountId account, long erased, Instant at) {
        int entries =
                delete(
                        tag,
                        EntryKey.RECIPIENT,
                        item ->
                                isOf(account, item)
                                        && EntryKey.number(item.text("entry")) < erased);
        int notes =
                delete(
                        tag,
                        Published.Place.NOTE_PREFIX,
                        item -> isOf(account, item) && !item.time("time").isAfter(at));
        return entries + notes;
    }

    private static boolean isOf(AccountId account, Item item) {
        return item.text("account").equals(account.value());
    }

    private int delete(RecipientTag tag, String prefix, Predicate<Item> condemned) {
        int gone = 0;
        String after = "";
        List<Item> page;
        do {
            page = store.range(TABLE, tag.value(), prefix, after, PAGE);
            for (Item item : page) {
                after = item.text("entry");
                if (condemned.test(item)) {
                    delete(tag, after);
                    gone++;
                }
            }
        } while (page.size() == PAGE);
        return gone;
    }

    private void delete(RecipientTag tag, String sortKey) {
        store.delete(TABLE, store.key(TABLE, tag.value(), sortKey));
    }
}
