package io.sendgate.aws;

import io.sendgate.account.AccountId;
import io.sendgate.gate.FactsUnavailable;
import io.sendgate.pace.Line;
import io.sendgate.pace.LineState;
import io.sendgate.pace.Range;
import io.sendgate.pace.RangeUse;
import io.sendgate.pace.RecentUse;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What running copies share about lines and broadcasts' ranges, beside the accounts' ledgers.
///
/// An item is changed on the condition that nobody has changed it meanwhile; whoever loses gets
/// the winner's. Every method throws [FactsUnavailable] where the store cannot be reached.
final class LineStore {

    private static final TableName TABLE = TableName.ACCOUNTS;
    private static final String LINE = "U#line#";
    private static final String RANGE = "U#range#";
    private static final String VERSION = "lv";
    private static final String RECENT = "recent";
    private static final String RANGES = "ranges";
    private static final String TAKEN = "taken";
    private static final String SOURCE = "source";
    private static final String ASKED = "asked";

    private final ItemStore store;

    LineStore(DynamoDbClient client, Tables tables) {
        this.store = new ItemStore(client, tables);
    }

    /// A state as it is stored.
    ///
    /// @param number how often it was changed; 0 for one that is not stored
    record Version<T>(T state, long number) {}

    /// A broadcast's range as it is stored.
    ///
    /// @param source the line it is on
    /// @param asked hash of the request that reserved it
    record StoredRange(RangeUse use, String source, String asked) {}

    /// Writes a line's state over one version.
    ///
    /// @return the newer version that is there; empty where the state was written
    Optional<Version<LineState>> write(Line line, long before, LineState state) {
        Map<String, AttributeValue> attributes =
                Item.draft()
                        .texts(RECENT, state.recent().batches().stream().map(this::spell).toList())
                        .texts(RANGES, state.ranges().stream().map(this::spell).toList())
                        .done();
        return write(line.owner(), LINE + line.source(), before, attributes).map(this::line);
    }

    /// The range of an account's broadcast; empty where there is none of that id.
    Optional<Version<StoredRange>> range(AccountId account, String id) {
        return store.range(TABLE, account.value(), RANGE + id, "", 1).stream()
                .filter(item -> item.text("entry").equals(RANGE + id))
                .findFirst()
                .map(this::range);
    }

    /// Writes a range's use over one version.
    ///
    /// @return the newer version that is there; empty where the use was written
    Optional<Version<StoredRange>> write(AccountId account, long before, StoredRange stored) {
        RangeUse use = stored.use();
        Map<String, AttributeValue> attributes =
                Item.draft()
                        .texts(RECENT, use.recent().batches().stream().map(this::spell).toList())
                        .texts(RANGES, List.of(spell(use.range())))
                        .number(TAKEN, use.taken())
                        .text(SOURCE, stored.source())
                        .text(ASKED, stored.asked())
                        .done();
        return write(account.value(), RANGE + use.range().id(), before, attributes)
                .map(this::range);
    }

    private Optional<Item> write(
            String owner, String entry, long before, Map<String, AttributeValue> attributes) {
        Map<String, AttributeValue> values = new HashMap<>();
        Map<String, String> names = new HashMap<>(Map.of("#version", VERSION));
        StringBuilder change = new StringBuilder("SET #version = :next");
        attributes.forEach(
                (name, value) -> {
                    names.put("#" + name, name);
                    values.put(":" + name, value);
                    change.append(", #").append(name).append(" = :").append(name);
                });
        values.put(":next", AttributeValue.fromN(Long.toString(before + 1)));
        if (before > 0) {
            values.put(":before", AttributeValue.fromN(Long.toString(before)));
        }
        String condition = before > 0 ? "#version = :before" : "attribute_not_exists(#version)";
        try {
            store.call(
                    TABLE,
                    client ->
                            client.updateItem(
                                    update ->
                                            update.tableName(store.name(TABLE))
                                                    .key(store.key(TABLE, owner, entry))
                                                    .updateExpression(change.toString())
                                                    .conditionExpression(condition)
                                                    .expressionAttributeNames(names)
                                                    .expressionAttributeValues(values)
                                                    .returnValuesOnConditionCheckFailure(
                                                            ReturnValuesOnConditionCheckFailure
                                                                    .ALL_OLD)));
            return Optional.empty();
        } catch (ConditionalCheckFailedException turned) {
            return Optional.of(new Item(turned.item()));
        }
    }

    private Version<LineState> line(Item item) {
        return new Version<>(new LineState(recent(item), ranges(item)), version(item));
    }

    private Version<StoredRange> range(Item item) {
        int taken = Math.toIntExact(item.number(TAKEN).orElse(0L));
        RangeUse use = new RangeUse(ranges(item).getFirst(), taken, recent(item));
        return new Version<>(
                new StoredRange(use, item.text(SOURCE), item.text(ASKED)), version(item));
    }

    private static long version(Item item) {
        return item.number(VERSION).orElse(0L);
    }

    private static RecentUse recent(Item item) {
        return new RecentUse(item.texts(RECENT).stream().map(LineStore::batch).toList());
    }

    private static List<Range> ranges(Item item) {
        return item.texts(RANGES).stream().map(LineStore::range).toList();
    }

    private String spell(RecentUse.Batch batch) {
        return batch.at() + " " + batch.count();
    }

    private static RecentUse.Batch batch(String text) {
        String[] parts = text.split(" ", -1);
        return new RecentUse.Batch(Instant.parse(parts[0]), Integer.parseInt(parts[1]));
    }

    private String spell(Range range) {
        return String.join(
                " ",
                range.id(),
                range.start().toString(),
                Integer.toString(range.perMinute()),
                Integer.toString(range.count()));
    }

    private static Range range(String text) {
        String[] parts = text.split(" ", -1);
        return new Range(
                parts[0],
                Instant.parse(parts[1]),
                Integer.parseInt(parts[2]),
                Integer.parseInt(parts[3]));
    }
}
