package io.sendgate.checks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The published events as `events/` describes them.
final class EventCatalogue {

    private static final Path FOLDER = Tree.aroundModule().root().resolve("events");
    private static final String SCHEMA = "v1.schema.json";
    private static final String SAMPLE = "v1.sample.json";
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final JsonSchemaFactory SCHEMAS =
            JsonSchemaFactory.getInstance(VersionFlag.V202012);
    private static final SchemaValidatorsConfig STRICT =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private EventCatalogue() {}

    /// The types that have a folder, `consent.granted`, in order.
    static List<String> types() {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.filter(folder -> Files.exists(folder.resolve(SCHEMA)))
                    .map(folder -> schema(folder).at("/properties/type/const").asText())
                    .sorted()
                    .toList();
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /// The types in the first column of the table, in order.
    static List<String> table() {
        return Tree.read(FOLDER.resolve("README.md"))
                .lines()
                .filter(line -> line.startsWith("| [`"))
                .map(line -> line.substring("| [`".length(), line.indexOf("`]")))
                .sorted()
                .toList();
    }

    /// The sample of a type.
    static String sample(String type) {
        return Tree.read(folder(type).resolve(SAMPLE));
    }

    /// Where an event departs from its type's schema; empty where it does not.
    static List<String> faults(String type, String event) {
        return SCHEMAS.getSchema(schema(folder(type)), STRICT).validate(json(event)).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    /// What a text says.
    static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException wrong) {
            throw new AssertionError("no JSON: " + text, wrong);
        }
    }

    private static Path folder(String type) {
        return FOLDER.resolve(type.replace('.', '-'));
    }

    private static JsonNode schema(Path folder) {
        return json(Tree.read(folder.resolve(SCHEMA)));
    }
}
