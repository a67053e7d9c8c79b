package io.sendgate.aws;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveSpecification;

import java.util.List;
import java.util.stream.Stream;

/// Creates the suite's tables where nothing else deploys them: in the embedded store and in
/// tests.
public final class TableSetup {

    private final DynamoDbClient store;
    private final Tables tables;

    /// A set-up of these tables in that store.
    public TableSetup(DynamoDbClient store, Tables tables) {
        this.store = store;
        this.tables = tables;
    }

    /// Creates every table that there is not, and waits until all can be used.
    ///
    /// @throws software.amazon.awssdk.core.exception.SdkException where the store refuses
    public void createMissing() {
        tables.all().forEach(this::create);
        tables.all()
                .forEach(
                        table ->
                                store.waiter()
                                        .waitUntilTableExists(r -> r.tableName(table.name())));
    }

    private void create(Tables.Table table) {
        try {
            store.createTable(request(table));
        } catch (ResourceInUseException there) {
            return;
        }
        table.expiry().ifPresent(attribute -> expire(table.name(), attribute));
    }

    private void expire(String table, String attribute) {
        TimeToLiveSpecification expiry =
                TimeToLiveSpecification.builder().attributeName(attribute).enabled(true).build();
        store.waiter().waitUntilTableExists(r -> r.tableName(table));
        store.updateTimeToLive(r -> r.tableName(table).timeToLiveSpecification(expiry));
    }

    private static CreateTableRequest request(Tables.Table table) {
        CreateTableRequest.Builder request =
                CreateTableRequest.builder()
                        .tableName(table.name())
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .attributeDefinitions(attributes(table))
                        .keySchema(schema(table.key()));
        if (!table.indexes().isEmpty()) {
            request.globalSecondaryIndexes(
                    table.indexes().stream().map(TableSetup::index).toList());
        }
        if (table.streamed()) {
            request.streamSpecification(
                    StreamSpecification.builder()
                            .streamEnabled(true)
                            .streamViewType(StreamViewType.NEW_IMAGE)
                            .build());
        }
        return request.build();
    }

    private static GlobalSecondaryIndex index(Tables.Index index) {
        ProjectionType projection =
                index.keysOnly() ? ProjectionType.KEYS_ONLY : ProjectionType.ALL;
        return GlobalSecondaryIndex.builder()
                .indexName(index.name())
                .keySchema(schema(index.key()))
                .projection(p -> p.projectionType(projection))
                .build();
    }

    private static List<KeySchemaElement> schema(Tables.Key key) {
        Stream<KeySchemaElement> partition = Stream.of(element(key.partition(), KeyType.HASH));
        Stream<KeySchemaElement> sort =
                key.sort().stream().map(name -> element(name, KeyType.RANGE));
        return Stream.concat(partition, sort).toList();
    }

    private static KeySchemaElement element(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    private static List<AttributeDefinition> attributes(Tables.Table table) {
        return Stream.concat(
                        Stream.of(table.key()), table.indexes().stream().map(Tables.Index::key))
                .flatMap(key -> Stream.concat(Stream.of(key.partition()), key.sort().stream()))
                .distinct()
                .map(TableSetup::text)
                .toList();
    }

    private static AttributeDefinition text(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }
}
