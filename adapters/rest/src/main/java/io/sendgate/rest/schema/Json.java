package io.sendgate.rest.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The suite's JSON: terms as the contract writes them, instants in UTC, `null` where there is
/// none.
public final class Json {

    private static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .addModule(new Jdk8Module())
                    .addModule(new JavaTimeModule())
                    .addModule(new ContractModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build();

    private Json() {}

    /// An empty object.
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /// A view, a list or a map as a tree.
    public static JsonNode tree(Object view) {
        return MAPPER.valueToTree(view);
    }

    /// A view or a tree as UTF-8 bytes.
    public static byte[] bytes(Object view) {
        try {
            return MAPPER.writeValueAsBytes(view);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON", e);
        }
    }

    /// A tree that fits its schema, bound to a record.
    ///
    /// @throws IllegalArgumentException where it does not fit the record
    public static <T> T bind(JsonNode tree, Class<T> type) {
        try {
            return MAPPER.treeToValue(tree, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be bound to " + type.getSimpleName(), e);
        }
    }

    /// A JSON document of this module, a fresh tree each time.
    ///
    /// @throws IllegalStateException where it is missing or no JSON
    public static JsonNode resource(String path) {
        try {
            return MAPPER.readTree(bytesOf(path));
        } catch (IOException e) {
            throw new IllegalStateException("no JSON: " + path, e);
        }
    }

    /// The lines of a text of this module, without the blank ones.
    ///
    /// @throws IllegalStateException where it is missing
    public static List<String> lines(String path) {
        String text = new String(bytesOf(path), StandardCharsets.UTF_8);
        return text.lines().filter(line -> !line.isBlank()).toList();
    }

    private static byte[] bytesOf(String path) {
        try (InputStream in = Json.class.getResourceAsStream("/" + path)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + path);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("unreadable resource " + path, e);
        }
    }
}
