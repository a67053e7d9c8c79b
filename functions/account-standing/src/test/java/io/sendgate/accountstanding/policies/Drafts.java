package io.sendgate.accountstanding.policies;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.sendgate.wire.json.SendgateJson;

import java.util.function.Consumer;

/// Documents to publish, each a packed one with something changed.
record Drafts(ObjectNode tree) {

    /// A later version of a packed document, in force a month on.
    static Drafts of(String id) {
        byte[] packed = NewPlatform.DOCUMENTS.document(id).orElseThrow().bytes();
        ObjectNode tree = SendgateJson.readStrict(packed, ObjectNode.class);
        tree.put("version", "2027-01-01")
                .put("lastUpdated", "2026-12-01")
                .put("effectiveAt", "2027-01-01T00:00:00Z")
                .put("summary", "Something is different.");
        return new Drafts(tree);
    }

    Drafts id(String id) {
        return change(draft -> draft.put("id", id));
    }

    Drafts version(String version) {
        return change(draft -> draft.put("version", version));
    }

    /// With a member as JSON, in which `'` stands for `"`.
    Drafts with(String name, String json) {
        byte[] bytes = json.replace('\'', '"').getBytes(UTF_8);
        return change(draft -> draft.set(name, SendgateJson.readStrict(bytes, JsonNode.class)));
    }

    Drafts change(Consumer<ObjectNode> change) {
        ObjectNode copy = tree.deepCopy();
        change.accept(copy);
        return new Drafts(copy);
    }

    /// The rule of that id.
    static ObjectNode rule(ObjectNode tree, String id) {
        return (ObjectNode)
                tree.path("rules")
                        .valueStream()
                        .filter(rule -> rule.path("id").asText().equals(id))
                        .findFirst()
                        .orElseThrow();
    }

    byte[] bytes() {
        return tree.toString().getBytes(UTF_8);
    }
}
