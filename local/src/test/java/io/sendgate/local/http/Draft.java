package io.sendgate.local.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A document of the repository on its way to be published as another policy, its cases with it.
final class Draft {

    private static final Path POLICIES = Path.of("..", "policies");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode tree;

    private Draft(ObjectNode tree) {
        this.tree = tree;
    }

    /// A policy of another name with the rules and the cases of one there is.
    static Draft like(String document, String id) {
        Path folder = POLICIES.resolve(document);
        ObjectNode tree = (ObjectNode) read(folder.resolve("policy.json"));
        tree.put("id", id).put("lastUpdated", "2026-11-01");
        ObjectNode cases = tree.putObject("cases");
        files(folder.resolve("cases"))
                .forEach(
                        file ->
                                cases.withObject("/" + file.getName(file.getNameCount() - 2))
                                        .set(name(file), read(file)));
        return new Draft(tree);
    }

    /// A later version of a document there is.
    static Draft of(String document) {
        ObjectNode tree = (ObjectNode) read(POLICIES.resolve(document).resolve("policy.json"));
        return new Draft(tree.put("lastUpdated", "2027-01-01"));
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".json")).toList();
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private static String name(Path file) {
        return file.getName(file.getNameCount() - 1).toString().replace(".json", "");
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    Draft put(String name, Object value) {
        ObjectNode copy = tree.deepCopy();
        copy.set(name, JSON.valueToTree(value));
        return new Draft(copy);
    }

    /// Without the cases: those of the version before are run.
    Draft casesOfBefore() {
        ObjectNode copy = tree.deepCopy();
        copy.remove("cases");
        return new Draft(copy);
    }

    /// With another number in one rule.
    Draft rule(String id, String parameter, int value) {
        ObjectNode copy = tree.deepCopy();
        for (JsonNode rule : copy.path("rules")) {
            if (rule.path("id").asText().equals(id)) {
                ((ObjectNode) rule).put(parameter, value);
            }
        }
        return new Draft(copy);
    }

    /// With cases of a clause taken away.
    Draft withoutCases(String clause, List<String> names) {
        ObjectNode copy = tree.deepCopy();
        ObjectNode cases = copy.withObject("/cases/" + clause);
        names.forEach(cases::putNull);
        return new Draft(copy);
    }

    /// With a case of a clause; `'` stands for `"`.
    Draft withCase(String clause, String name, String json) {
        ObjectNode copy = tree.deepCopy();
        try {
            copy.withObject("/cases/" + clause).set(name, JSON.readTree(json.replace('\'', '"')));
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
        return new Draft(copy);
    }

    String json() {
        return tree.toString();
    }
}
