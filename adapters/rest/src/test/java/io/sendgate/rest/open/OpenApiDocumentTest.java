package io.sendgate.rest.open;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.sendgate.rest.schema.Schemas;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The published document is whole: what it points to is there, and every path says what it
/// answers.
class OpenApiDocumentTest {

    private final ObjectNode document = new OpenApiDocument(Schemas.load()).tree();

    @Test
    void everyReferenceLeadsSomewhere() {
        List<String> references = new ArrayList<>();
        collect(document, references);

        assertThat(references)
                .isNotEmpty()
                .allSatisfy(
                        reference ->
                                assertThat(document.at(reference.substring(1)).isMissingNode())
                                        .as(reference)
                                        .isFalse());
    }

    private static void collect(JsonNode node, List<String> references) {
        if (node.path("$ref").isTextual()) {
            references.add(node.path("$ref").textValue());
        }
        node.forEach(child -> collect(child, references));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "put /accounts/{id}",
                "get /account",
                "delete /accounts/{id}/keys/{keyId}",
                "put /accounts/{id}/webhooks/{provider}",
                "put /end-users/{id}",
                "post /authorizations",
                "get /authorizations",
                "delete /authorizations/{id}",
                "post /authorizations/{id}/redeem",
                "post /authorizations/{id}/outcome",
                "post /authorizations/batch",
                "post /broadcasts",
                "post /broadcasts/estimate",
                "post /consents",
                "get /consents/{id}/evidence",
                "post /consents/batch",
                "post /opt-outs",
                "get /opt-outs",
                "post /opt-outs/batch",
                "put /forms/{form}",
                "post /forms/{form}",
                "get /recipients/{number}",
                "delete /recipients/{number}",
                "get /recipients/{number}/history",
                "get /recipients/{number}/export",
                "put /recipients/{number}/references/{ref}",
                "post /webhooks/{provider}/{accountId}",
                "post /reports",
                "post /cases",
                "get /cases/{id}",
                "post /cases/{id}/actions",
                "post /appeals",
                "post /appeals/{id}/decision",
                "get /policies",
                "get /policies/{id}",
                "post /policies",
                "post /policies/{id}/replay",
                "get /health",
                "get /openapi"
            })
    void everyPathOfTheContractIsThere(String route) {
        String[] parts = route.split(" ", 2);
        JsonNode operation = document.path("paths").path(parts[1]).path(parts[0]);

        assertThat(operation.path("summary").asText()).isNotBlank();
        assertThat(operation.path("responses").has("503")).isTrue();
    }

    @Test
    void whateverTakesAKeyRefusesWithoutOneAndLimitsItsRate() {
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (JsonNode operation : path.getValue()) {
                if (!operation.path("security").isEmpty()) {
                    assertThat(operation.path("responses").has("401")).as(path.getKey()).isTrue();
                    assertThat(operation.path("responses").has("429")).as(path.getKey()).isTrue();
                }
                assertThat(operation.path("operationId").asText()).isNotBlank();
            }
        }
    }

    @Test
    void aBodysSchemaIsTheOneThatIsChecked() {
        JsonNode published =
                document.at("/components/schemas/authorization-request/properties/body/maxLength");

        assertThat(published.asInt()).isEqualTo(4096);
        assertThat(
                        document.at(
                                        "/components/schemas/authorization-batch/properties"
                                                + "/requests/items/$ref")
                                .asText())
                .isEqualTo("#/components/schemas/authorization-request");
    }

    @Test
    void noPrivateKeywordIsLeft() {
        assertThat(document.toString()).doesNotContain("x-key", "x-body", "x-items", "x-problems");
    }
}
