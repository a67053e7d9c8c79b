package io.sendgate.local.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.sendgate.aws.TableName;
import io.sendgate.aws.TableSetup;
import io.sendgate.aws.Tables;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.nio.file.Path;
import java.util.Map;

class EmbeddedDynamoDbTest {

    private static final Tables TABLES = new Tables("sendgate-");

    @Test
    void itStartsInMemoryOnALoopbackAddressWithEveryTable() {
        try (EmbeddedDynamoDb store = EmbeddedDynamoDb.inMemory();
                DynamoDbClient client = store.client()) {
            new TableSetup(client, TABLES).createMissing();
            new TableSetup(client, TABLES).createMissing();

            assertThat(store.endpoint().getHost()).isEqualTo("127.0.0.1");
            assertThat(client.listTables().tableNames())
                    .containsExactlyInAnyOrderElementsOf(
                            TABLES.all().stream().map(Tables.Table::name).toList());
        }
    }

    @Test
    void whatIsKeptInAFolderSurvivesARestart(@TempDir Path folder) {
        Map<String, AttributeValue> form = Map.of("id", AttributeValue.fromS("form_1"));
        try (EmbeddedDynamoDb store = EmbeddedDynamoDb.onFile(folder);
                DynamoDbClient client = store.client()) {
            new TableSetup(client, TABLES).createMissing();
            client.putItem(r -> r.tableName(TABLES.name(TableName.FORMS)).item(form));
        }
        try (EmbeddedDynamoDb store = EmbeddedDynamoDb.onFile(folder);
                DynamoDbClient client = store.client()) {
            assertThat(
                            client.getItem(r -> r.tableName(TABLES.name(TableName.FORMS)).key(form))
                                    .item())
                    .isEqualTo(form);
        }
    }
}
