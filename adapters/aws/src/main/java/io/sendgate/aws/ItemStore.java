package io.sendgate.aws;

import io.sendgate.gate.FactsUnavailable;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The few ways in which the suite reads and writes items, every read strongly consistent.
///
/// Every method throws [FactsUnavailable] where the store refuses or cannot be reached.
final class ItemStore {

    /// The most keys that one call of the store takes.
    private static final int MOST_KEYS = 100;

    private final DynamoDbClient client;
    private final Tables tables;

    ItemStore(DynamoDbClient client, Tables tables) {
        this.client = client;
        this.tables = tables;
    }

    /// The item with this key.
    Optional<Item> get(TableName table, Map<String, AttributeValue> key) {
        GetItemResponse found =
                call(
                        table,
                        c ->
                                c.getItem(
                                        r ->
                                                r.tableName(name(table))
                                                        .key(key)
                                                        .consistentRead(true)));
        return found.hasItem() ? Optional.of(new Item(found.item())) : Optional.empty();
    }

    /// Those of some partitions that have an item of this sort key; what the store leaves out for
    /// now counts as having one.
    Set<String> partitionsWith(TableName table, List<String> partitions, String sort) {
        Tables.Key key = tables.table(table).key();
        Set<String> found = new HashSet<>();
        for (int from = 0; from < partitions.size(); from += MOST_KEYS) {
            List<Map<String, AttributeValue>> keys =
                    partitions.subList(from, Math.min(from + MOST_KEYS, partitions.size())).stream()
                            .map(partition -> key(table, partition, sort))
                            .toList();
            KeysAndAttributes asked =
                    KeysAndAttributes.builder()
                            .keys(keys)
                            .consistentRead(true)
                            .projectionExpression("#partition")
                            .expressionAttributeNames(Map.of("#partition", key.partition()))
                            .build();
            BatchGetItemResponse answer =
                    call(
                            table,
                            c -> c.batchGetItem(r -> r.requestItems(Map.of(name(table), asked))));
            Stream.concat(
                            answer.responses().getOrDefault(name(table), List.of()).stream(),
                            answer.unprocessedKeys().values().stream()
                                    .flatMap(left -> left.keys().stream()))
                    .map(item -> new Item(item).text(key.partition()))
                    .forEach(found::add);
        }
        return found;
    }

    /// Puts an item, whatever was there.
    void put(TableName table, Map<String, AttributeValue> item) {
        call(table, c -> c.putItem(r -> r.tableName(name(table)).item(item)));
    }

    /// Puts an item if there is none with its key.
    ///
    /// @return the item that was there; empty where this one was put
    Optional<Item> putIfAbsent(TableName table, Map<String, AttributeValue> item) {
        String condition = "attribute_not_exists(" + tables.table(table).key().partition() + ")";
        return putIf(table, item, r -> r.conditionExpression(condition));
    }

    /// Puts an item on a condition.
    ///
    /// @return the item that did not meet it; empty where this one was put
    Optional<Item> putIf(
            TableName table,
            Map<String, AttributeValue> item,
            Consumer<PutItemRequest.Builder> condition) {
        try {
            call(
                    table,
                    c ->
                            c.putItem(
                                    r ->
                                            r.tableName(name(table))
                                                    .item(item)
                                                    .returnValuesOnConditionCheckFailure(
                                                            ReturnValuesOnConditionCheckFailure
                                                                    .ALL_OLD)
                                                    .applyMutation(condition)));
            return Optional.empty();
        } catch (ConditionalCheckFailedException refused) {
            return Optional.of(new Item(refused.item()));
        }
    }

    /// Deletes the item with this key, if there is one.
    void delete(TableName table, Map<String, AttributeValue> key) {
        call(table, c -> c.deleteItem(r -> r.tableName(name(table)).key(key)));
    }

    /// The items of one partition whose sort key starts with `prefix`, ascending.
    ///
    /// @param after the sort key to start behind; where it is before the prefix, from the start
    /// @param limit the most items to answer
    List<Item> range(TableName table, String partition, String prefix, String after, int limit) {
        if (after.compareTo(prefix) > 0 && !after.startsWith(prefix)) {
            return List.of();
        }
        Map<String, AttributeValue> start =
                after.startsWith(prefix) ? key(table, partition, after) : Map.of();
        return pages(table, prefixed(table, partition, prefix).limit(limit), start, limit);
    }

    /// The last item of one partition whose sort key starts with `prefix`: one read.
    Optional<Item> last(TableName table, String partition, String prefix) {
        QueryRequest.Builder query =
                prefixed(table, partition, prefix).scanIndexForward(false).limit(1);
        return pages(table, query, Map.of(), 1).stream().findFirst();
    }

    /// Whatever a query answers, in one page.
    QueryResponse query(TableName table, QueryRequest query) {
        return call(table, c -> c.query(query));
    }

    /// The primary key of an item.
    Map<String, AttributeValue> key(TableName table, String partition, String sort) {
        Tables.Key key = tables.table(table).key();
        return Item.draft()
                .text(key.partition(), partition)
                .text(key.sort().orElseThrow(), sort)
                .done();
    }

    /// The name under which a table is deployed.
    String name(TableName table) {
        return tables.name(table);
    }

    /// What a call of the store answers.
    ///
    /// @throws ConditionalCheckFailedException where the call's condition was not met
    <T> T call(TableName table, Function<DynamoDbClient, T> call) {
        return reached(table, () -> call.apply(client));
    }

    /// What a call of any client answers.
    ///
    /// @throws ConditionalCheckFailedException where the call's condition was not met
    static <T> T reached(TableName table, Supplier<T> call) {
        try {
            return call.get();
        } catch (ConditionalCheckFailedException refused) {
            throw refused;
        } catch (SdkException unreachable) {
            throw new FactsUnavailable(
                    "the table " + table.text() + " cannot be used", unreachable);
        }
    }

    private QueryRequest.Builder prefixed(TableName table, String partition, String prefix) {
        Tables.Key key = tables.table(table).key();
        return QueryRequest.builder()
                .tableName(name(table))
                .consistentRead(true)
                .keyConditionExpression("#partition = :partition AND begins_with(#sort, :prefix)")
                .expressionAttributeNames(
                        Map.of("#partition", key.partition(), "#sort", key.sort().orElseThrow()))
                .expressionAttributeValues(
                        Item.draft().text(":partition", partition).text(":prefix", prefix).done());
    }

    private List<Item> pages(
            TableName table,
            QueryRequest.Builder query,
            Map<String, AttributeValue> start,
            int limit) {
        List<Item> items = new ArrayList<>();
        Map<String, AttributeValue> next = start;
        do {
            QueryResponse page =
                    query(table, query.exclusiveStartKey(next.isEmpty() ? null : next).build());
            page.items().stream().map(Item::new).forEach(items::add);
            next = page.lastEvaluatedKey();
        } while (!next.isEmpty() && items.size() < limit);
        return items.size() > limit ? items.subList(0, limit) : items;
    }
}
