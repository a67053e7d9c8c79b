package io.sendgate.infra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// The synthesised templates, as the build has just written them.
final class Templates {

    static final Path OUT = Path.of("target/cdk.out");
    static final Path AGAIN = Path.of("target/cdk.again");

    private static final String SUFFIX = ".template.json";

    private Templates() {}

    /// A resource of a template.
    record Resource(String stack, String id, JsonNode whole) {

        JsonNode properties() {
            return whole.path("Properties");
        }

        String text(String property) {
            return properties().path(property).asText();
        }
    }

    static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static List<Resource> all(String type) {
        return files(OUT).stream()
                .filter(file -> file.toString().endsWith(SUFFIX))
                .flatMap(Templates::resources)
                .filter(resource -> resource.whole().path("Type").asText().equals(type))
                .toList();
    }

    static Stream<JsonNode> each(JsonNode array) {
        return array.isArray()
                ? StreamSupport.stream(array.spliterator(), false)
                : Stream.of(array).filter(one -> !one.isMissingNode());
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<Resource> resources(Path file) {
        String name = file.getFileName().toString();
        String stack = name.substring(0, name.length() - SUFFIX.length());
        try {
            return new JsonMapper()
                    .readTree(file.toFile()).path("Resources").properties().stream()
                            .map(entry -> new Resource(stack, entry.getKey(), entry.getValue()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
