package io.sendgate.rest.open;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.sendgate.rest.schema.Json;
import io.sendgate.rest.schema.Schemas;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/// The OpenAPI 3.1 document: a skeleton, the paths, and the very schemas that bodies are checked
/// against.
@Singleton
public class OpenApiDocument {

    private static final String FOLDER = "openapi/";
    private static final String COMPONENTS = "#/components/schemas/";

    private final Schemas schemas;
    private byte @Nullable [] bytes;

    /// A document over these schemas, put together when it is first asked for.
    @Inject
    public OpenApiDocument(Schemas schemas) {
        this.schemas = schemas;
    }

    /// The document as JSON.
    public synchronized byte[] bytes() {
        if (bytes == null) {
            bytes = Json.bytes(tree());
        }
        return bytes.clone();
    }

    /// The document as a tree.
    public ObjectNode tree() {
        ObjectNode document = (ObjectNode) Json.resource(FOLDER + "skeleton.json");
        ObjectNode paths = document.putObject("paths");
        for (String name : names()) {
            for (Map.Entry<String, JsonNode> path :
                    Json.resource(FOLDER + name + ".json").properties()) {
                paths.set(path.getKey(), path(path.getKey(), (ObjectNode) path.getValue()));
            }
        }
        ObjectNode components = ((ObjectNode) document.path("components")).putObject("schemas");
        schemas.documents().forEach((name, schema) -> components.set(name, component(schema)));
        return document;
    }

    private static List<String> names() {
        return Json.lines(FOLDER + "index.txt");
    }

    private static ObjectNode path(String template, ObjectNode methods) {
        methods.forEach(operation -> Operation.complete(template, (ObjectNode) operation));
        return methods;
    }

    /// A schema as a component: known by its name here, and pointing to its neighbours by theirs.
    private static JsonNode component(JsonNode schema) {
        ObjectNode component = schema.deepCopy();
        component.remove(List.of("$schema", "$id"));
        link(component);
        return component;
    }

    private static void link(JsonNode node) {
        if (node instanceof ObjectNode object) {
            JsonNode reference = object.path("$ref");
            if (reference.isTextual() && reference.textValue().endsWith(".json")) {
                object.put("$ref", COMPONENTS + reference.textValue().replace(".json", ""));
            }
            JsonNode items = object.remove("x-items");
            if (items != null) {
                object.putObject("items").put("$ref", COMPONENTS + items.textValue());
            }
        }
        if (node instanceof ObjectNode || node instanceof ArrayNode) {
            node.forEach(OpenApiDocument::link);
        }
    }
}
