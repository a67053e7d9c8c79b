package io.sendgate.aws;

import io.sendgate.account.AccountId;
import io.sendgate.contact.RecipientTag;
import io.sendgate.ledger.Detail;
import io.sendgate.ledger.Entry;
import io.sendgate.ledger.Note;
import io.sendgate.wire.keys.MasterVault;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Every decision on record in a period: a walk over the whole recipients' table, page by page.
///
/// There is no index over decisions, which would cost a write for each; the walk is an operator's,
/// and in no order of time.
public final class DecisionScan {

    private static final TableName TABLE = TableName.RECIPIENTS;

    private final ItemStore store;
    private final RecipientItems items;

    /// A walk over this store, its personal parts opened by this vault.
    public DecisionScan(DynamoDbClient store, Tables tables, MasterVault vault) {
        this.store = new ItemStore(store, tables);
        this.items = new RecipientItems(vault);
    }

    /// Which decisions are looked for.
    ///
    /// @param from the first instant, inclusive
    /// @param to the last instant, exclusive
    /// @param account whose; empty for every account's
    public record Search(Instant from, Instant to, Optional<AccountId> account) {}

    /// Where a walk has come to: the item it looked at last.
    public record Position(String tag, String entry) {}

    /// What one step of a walk found.
    ///
    /// @param next where the next step begins; empty at the end of the table
    public record Page(List<RecordedDecision> found, Optional<Position> next) {

        /// Copies the list, so that a page never changes.
        public Page {
            found = List.copyOf(found);
        }
    }

    /// One step.
    ///
    /// @param after where the step before came to; empty at the beginning
    /// @param limit the most items to look at, found or not
    public Page page(Search search, Optional<Position> after, int limit) {
        ScanRequest.Builder scan =
                ScanRequest.builder()
                        .tableName(store.name(TABLE))
                        .consistentRead(true)
                        .limit(limit)
                        .filterExpression(filter(search))
                        .expressionAttributeNames(names(search))
                        .expressionAttributeValues(values(search));
        after.map(at -> store.key(TABLE, at.tag(), at.entry())).ifPresent(scan::exclusiveStartKey);
        ScanResponse page = store.call(TABLE, client -> client.scan(scan.build()));
        List<RecordedDecision> found =
                page.items().stream().map(Item::new).flatMap(item -> read(item).stream()).toList();
        return new Page(
                found,
                page.hasLastEvaluatedKey() && !page.lastEvaluatedKey().isEmpty()
                        ? Optional.of(position(new Item(page.lastEvaluatedKey())))
                        : Optional.empty());
    }

    private static Position position(Item key) {
        return new Position(key.text("tag"), key.text("entry"));
    }

    private static String filter(Search search) {
        String period = "#time >= :from AND #time < :to AND attribute_exists(#detail)";
        return search.account().isPresent() ? period + " AND #account = :account" : period;
    }

    private static Map<String, String> names(Search search) {
        Map<String, String> names = new HashMap<>(Map.of("#time", "time", "#detail", "detail"));
        search.account().ifPresent(account -> names.put("#account", "account"));
        return names;
    }

    private static Map<String, AttributeValue> values(Search search) {
        return Item.draft()
                .time(":from", search.from())
                .time(":to", search.to())
                .text(":account", search.account().map(AccountId::value))
                .done();
    }

    private Optional<RecordedDecision> read(Item item) {
        String sortKey = item.text("entry");
        if (EntryKey.isEntry(sortKey)) {
            Entry entry = items.entry(item);
            return decision(
                    entry.tag(), entry.root(), entry.account(), entry.number() - 1, entry.detail());
        }
        Note note = items.note(item);
        // What became of a hold stands beside it, under its own key and one more part.
        return note.key().value().indexOf('#', Published.Place.NOTE_PREFIX.length()) < 0
                ? decision(note.tag(), note.root(), note.account(), note.asOf(), note.detail())
                : Optional.empty();
    }

    private static Optional<RecordedDecision> decision(
            RecipientTag tag,
            AccountId root,
            AccountId account,
            long asOf,
            Optional<Detail> detail) {
        return detail.flatMap(Detail::authorization)
                .map(found -> new RecordedDecision(tag, root, account, asOf, found));
    }
}
