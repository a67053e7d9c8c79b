package io.sendgate.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import io.sendgate.aws.Tables;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

class DataTest {

    private static final Tables DEFINITIONS = new Tables("sendgate-");

    private final List<Templates.Resource> tables = Templates.all("AWS::DynamoDB::Table");

    @Test
    void theTablesAreThoseOfTheOneDefinition() {
        assertThat(tables.stream().map(DataTest::definition).toList())
                .containsExactlyInAnyOrderElementsOf(DEFINITIONS.all());
    }

    @Test
    void everyTableOutlivesItsStack() {
        assertThat(tables)
                .allMatch(table -> table.whole().path("DeletionPolicy").asText().equals("Retain"))
                .allMatch(
                        table ->
                                table.whole().path("UpdateReplacePolicy").asText().equals("Retain"))
                .allMatch(
                        table -> table.properties().path("DeletionProtectionEnabled").asBoolean());
    }

    @Test
    void everyTableCanBeTakenBackToAnyPointInTime() {
        assertThat(tables)
                .allMatch(
                        table ->
                                table.properties()
                                        .path("PointInTimeRecoverySpecification")
                                        .path("PointInTimeRecoveryEnabled")
                                        .asBoolean());
    }

    @Test
    void everyTableIsEncryptedWithTheSuitesOwnKey() {
        assertThat(tables)
                .allMatch(
                        table ->
                                table.properties()
                                        .at("/SSESpecification/KMSMasterKeyId/Fn::GetAtt/0")
                                        .asText()
                                        .startsWith("Key"));
    }

    @Test
    void everyKeyRotatesAndIsRetained() {
        assertThat(Templates.all("AWS::KMS::Key"))
                .hasSize(3)
                .allMatch(key -> key.properties().path("EnableKeyRotation").asBoolean())
                .allMatch(key -> key.whole().path("DeletionPolicy").asText().equals("Retain"));
    }

    @Test
    void theMasterKeysAreEncryptedAndRetained() {
        assertThat(Templates.all("AWS::SecretsManager::Secret"))
                .singleElement()
                .matches(secret -> secret.whole().path("DeletionPolicy").asText().equals("Retain"))
                .matches(secret -> !secret.properties().path("KmsKeyId").isMissingNode());
    }

    private static Tables.Table definition(Templates.Resource table) {
        JsonNode properties = table.properties();
        JsonNode stream = properties.path("StreamSpecification").path("StreamViewType");
        assertThat(stream.isMissingNode() || stream.asText().equals("NEW_IMAGE")).isTrue();
        assertThat(properties.path("BillingMode").asText()).isEqualTo("PAY_PER_REQUEST");
        return new Tables.Table(
                table.text("TableName"),
                key(properties),
                Templates.each(properties.path("GlobalSecondaryIndexes"))
                        .map(DataTest::index)
                        .toList(),
                !stream.isMissingNode(),
                Optional.of(properties.at("/TimeToLiveSpecification/AttributeName").asText())
                        .filter(name -> !name.isEmpty()));
    }

    private static Tables.Index index(JsonNode index) {
        return new Tables.Index(
                index.path("IndexName").asText(),
                key(index),
                index.at("/Projection/ProjectionType").asText().equals("KEYS_ONLY"));
    }

    private static Tables.Key key(JsonNode keyed) {
        return new Tables.Key(
                part(keyed, "HASH").findFirst().orElseThrow(), part(keyed, "RANGE").findFirst());
    }

    private static Stream<String> part(JsonNode keyed, String kind) {
        return Templates.each(keyed.path("KeySchema"))
                .filter(part -> part.path("KeyType").asText().equals(kind))
                .map(part -> part.path("AttributeName").asText());
    }
}
