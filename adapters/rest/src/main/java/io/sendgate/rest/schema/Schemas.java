package io.sendgate.rest.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;

import io.sendgate.rest.problem.Violation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// The schemas of everything that is sent in or answered, JSON Schema 2020-12, by name.
///
/// They are the components of the OpenAPI document too: what is published is what is checked.
public final class Schemas {

    private static final String BASE = "https://sendgate.io/schemas/";

    private static final SchemaValidatorsConfig CONFIG =
            SchemaValidatorsConfig.builder()
                    .formatAssertionsEnabled(true)
                    .pathType(PathType.JSON_POINTER)
                    .build();

    private final Map<String, JsonNode> documents;
    private final JsonSchemaFactory factory;
    private final Map<String, JsonSchema> compiled = new ConcurrentHashMap<>();
    private final Wording wording;

    private Schemas(Map<String, JsonNode> documents) {
        this.documents = Map.copyOf(documents);
        this.factory = factory(documents);
        this.wording = Wording.of(documents.values());
    }

    /// The schemas of this module.
    ///
    /// @throws IllegalStateException where one is missing or no JSON
    public static Schemas load() {
        Map<String, JsonNode> documents = new TreeMap<>();
        for (String name : Json.lines("schemas/index.txt")) {
            documents.put(name, Json.resource("schemas/" + name + ".json"));
        }
        return new Schemas(documents);
    }

    /// Every schema as it is written, by name.
    public Map<String, JsonNode> documents() {
        return new TreeMap<>(documents);
    }

    /// Everything that is wrong with a tree; empty where it fits.
    ///
    /// @throws IllegalArgumentException where there is no schema of that name
    public List<Violation> check(String name, JsonNode tree) {
        if (!documents.containsKey(name)) {
            throw new IllegalArgumentException("no schema " + name);
        }
        return wording.of(compiled.computeIfAbsent(name, this::compile).validate(tree));
    }

    /// Compiles a schema when it is first asked for: a function needs few of them.
    private JsonSchema compile(String name) {
        return factory.getSchema(SchemaLocation.of(iri(name)), CONFIG);
    }

    private static JsonSchemaFactory factory(Map<String, JsonNode> documents) {
        Map<String, String> byIri =
                documents.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        one -> iri(one.getKey()),
                                        one -> one.getValue().toString()));
        JsonMetaSchema standard = JsonMetaSchema.getV202012();
        JsonMetaSchema ours =
                JsonMetaSchema.builder(standard.getIri(), standard)
                        .formats(List.copyOf(Formats.all()))
                        .keyword(new NonValidationKeyword(Wording.RULE))
                        .keyword(new NonValidationKeyword("x-items"))
                        .keyword(new NonValidationKeyword("example"))
                        .build();
        return JsonSchemaFactory.builder(
                        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012))
                .metaSchema(ours)
                .schemaLoaders(loaders -> loaders.schemas(byIri))
                .build();
    }

    private static String iri(String name) {
        return BASE + name + ".json";
    }
}
