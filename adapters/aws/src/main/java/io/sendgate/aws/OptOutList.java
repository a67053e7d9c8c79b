package io.sendgate.aws;

import io.sendgate.account.AccountId;
import io.sendgate.contact.RecipientTag;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The opt-outs that were recorded for an account, oldest first, page by page.
///
/// It reads an index that trails the ledger by a moment: good for lists, never for decisions. An
/// entry tells that an opt-out was recorded; whether it still holds is in the recipient's newest
/// entry.
public final class OptOutList {

    private static final TableName TABLE = TableName.RECIPIENTS;
    private static final int CURSOR_PARTS = 3;

    private final ItemStore store;

    /// Opt-outs in this store.
    public OptOutList(DynamoDbClient store, Tables tables) {
        this.store = new ItemStore(store, tables);
    }

    /// One page.
    ///
    /// @param after the cursor of the page before; empty for the first
    /// @param limit the most opt-outs to answer
    /// @throws IllegalArgumentException where `after` is no cursor of this list
    /// @throws io.sendgate.gate.FactsUnavailable where the store cannot be reached
    public Page page(AccountId account, Optional<String> after, int limit) {
        QueryRequest.Builder query =
                QueryRequest.builder()
                        .tableName(store.name(TABLE))
                        .indexName(Tables.OPT_OUTS)
                        .keyConditionExpression("#list = :account")
                        .expressionAttributeNames(Map.of("#list", "list"))
                        .expressionAttributeValues(
                                Item.draft().text(":account", account.value()).done())
                        .limit(limit);
        after.map(cursor -> start(account, cursor)).ifPresent(query::exclusiveStartKey);
        QueryResponse found = store.query(TABLE, query.build());
        List<Recorded> items =
                found.items().stream().map(Item::new).map(OptOutList::recorded).toList();
        Optional<String> next =
                Optional.of(found.lastEvaluatedKey())
                        .filter(last -> !last.isEmpty())
                        .map(Item::new)
                        .map(OptOutList::cursor);
        return new Page(items, next);
    }

    private static Recorded recorded(Item item) {
        return new Recorded(
                new RecipientTag(item.text("tag")),
                EntryKey.number(item.text("entry")),
                item.time("time"));
    }

    private static String cursor(Item last) {
        String place = String.join("|", last.text("time"), last.text("tag"), last.text("entry"));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(place.getBytes(StandardCharsets.US_ASCII));
    }

    private static Map<String, AttributeValue> start(AccountId account, String cursor) {
        String place = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
        List<String> parts = List.of(place.split("\\|", -1));
        if (parts.size() != CURSOR_PARTS
                || !RecipientTag.isTag(parts.get(1))
                || !EntryKey.isEntry(parts.get(2))) {
            throw new IllegalArgumentException("not a cursor of this list");
        }
        return Item.draft()
                .text("list", account.value())
                .text("time", parts.get(0))
                .text("tag", parts.get(1))
                .text("entry", parts.get(2))
                .done();
    }

    /// An opt-out that was recorded.
    ///
    /// @param entry the ledger entry that records it
    public record Recorded(RecipientTag tag, long entry, Instant at) {}

    /// One page of them.
    ///
    /// @param next the cursor of the next page; empty after the last
    public record Page(List<Recorded> items, Optional<String> next) {

        /// Copies the list, so that a page never changes.
        public Page {
            items = List.copyOf(items);
        }
    }
}
