package io.sendgate.aws;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the recipients' table has recorded in a span of time, as its stream once showed it.
///
/// Only what a relay tells is read: no state, nothing sealed.
public final class RecordedRange {

    private static final TableName TABLE = TableName.RECIPIENTS;
    private static final String SHOWN = "tag, entry, root, account, #time, asOf, #change, due";

    private final ItemStore store;

    /// The table in this store.
    public RecordedRange(DynamoDbClient store, Tables tables) {
        this.store = new ItemStore(store, tables);
    }

    /// A page of the table.
    ///
    /// @param items entries and notes of the span, each recipient's together
    /// @param next where the next page begins; empty where this is the last
    public record Page(List<StreamedItem> items, Optional<Place> next) {

        /// Copies the list, so that a page never changes.
        public Page {
            items = List.copyOf(items);
        }
    }

    /// A place between two items.
    ///
    /// @param tag the recipient of the item before it
    /// @param entry that item's sort key
    public record Place(String tag, String entry) {}

    /// Reads a page; one without items may be followed by one with some.
    ///
    /// @param from inclusive, business time
    /// @param to exclusive, business time
    /// @param after where to begin; empty for the beginning
    /// @param limit items to look at
    /// @throws io.sendgate.gate.FactsUnavailable where the store cannot be reached
    public Page page(Instant from, Instant to, Optional<Place> after, int limit) {
        ScanRequest.Builder scan =
                ScanRequest.builder()
                        .tableName(store.name(TABLE))
                        .consistentRead(true)
                        .limit(limit)
                        .projectionExpression(SHOWN)
                        .filterExpression("#time >= :from AND #time < :to")
                        .expressionAttributeNames(Map.of("#time", "time", "#change", "change"))
                        .expressionAttributeValues(
                                Item.draft().time(":from", from).time(":to", to).done());
        after.map(place -> store.key(TABLE, place.tag(), place.entry()))
                .ifPresent(scan::exclusiveStartKey);
        ScanResponse page = store.call(TABLE, client -> client.scan(scan.build()));
        return new Page(
                page.items().stream().map(RecordedRange::shown).toList(),
                Optional.of(page.lastEvaluatedKey())
                        .filter(key -> !key.isEmpty())
                        .map(key -> place(new Item(key))));
    }

    private static Place place(Item key) {
        return new Place(key.text("tag"), key.text("entry"));
    }

    private static StreamedItem shown(Map<String, AttributeValue> item) {
        return new StreamedItem(TABLE, "", true, item);
    }
}
