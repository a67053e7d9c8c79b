package io.sendgate.wire.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.sendgate.wire.json.MalformedJson;
import io.sendgate.wire.json.SendgateJson;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The cases that prove the policies' clauses.
///
/// A case says only what matters to it: it is laid over the defaults as a JSON merge patch (RFC
/// 7396).
public final class PolicyCases {

    private static final String DEFAULTS = "policies/sendgate/cases/defaults.json";

    private final PolicyDocuments documents;
    private final List<CaseTree.Leaf> leaves;
    private final Optional<JsonNode> defaults;

    private PolicyCases(PolicyDocuments documents) {
        this.documents = documents;
        this.leaves = CaseTree.packed(DEFAULTS);
        this.defaults = ClassPath.find(DEFAULTS).map(PolicyCases::tree);
    }

    /// The cases on the class path; none where they are not packed.
    public static PolicyCases packed(PolicyDocuments documents) {
        return new PolicyCases(documents);
    }

    /// The names of a clause's cases, in order.
    public List<String> names(String document, String clause) {
        return leaves.stream()
                .filter(leaf -> leaf.document().equals(document) && leaf.clause().equals(clause))
                .map(CaseTree.Leaf::name)
                .sorted()
                .toList();
    }

    /// A packed document's cases; none for one that is not packed.
    public CaseSet set(String document) {
        Map<CaseSet.Name, JsonNode> files = new HashMap<>();
        leaves.stream()
                .filter(leaf -> leaf.document().equals(document))
                .forEach(
                        leaf ->
                                files.put(
                                        new CaseSet.Name(leaf.clause(), leaf.name()),
                                        tree(leaf.bytes())));
        return new CaseSet(this, document, files);
    }

    /// A document's cases, by clause and name.
    ///
    /// @throws MalformedJson where one does not have a case's shape
    public List<PolicyCase> of(String document) {
        return leaves.stream()
                .filter(leaf -> leaf.document().equals(document))
                .map(leaf -> read(document, leaf.clause(), leaf.name(), leaf.bytes()))
                .toList();
    }

    /// The case that a file spells.
    ///
    /// @param document the policy, or the pack, it belongs to: its account is under it
    /// @throws MalformedJson where it does not have a case's shape
    public PolicyCase read(String document, String clause, String name, byte[] json) {
        return read(document, clause, name, tree(json));
    }

    PolicyCase read(String document, String clause, String name, JsonNode file) {
        JsonNode laid = merged(merged(usual(), under(document)), file);
        try {
            return CaseReader.read(
                    document, clause, name, SendgateJson.readStrict(laid, CaseFile.class));
        } catch (MalformedJson e) {
            throw new MalformedJson(
                    e.pointer(), document + "/" + clause + "/" + name + ": " + e.detail());
        }
    }

    private JsonNode usual() {
        return defaults.isPresent()
                ? defaults.get().deepCopy()
                : SendgateJson.strict().createObjectNode();
    }

    private static JsonNode tree(byte[] json) {
        return SendgateJson.readStrict(json, JsonNode.class);
    }

    /// The account of a case: under the document if that is a policy, with it on top if it is a
    /// pack.
    private JsonNode under(String document) {
        Map<String, Object> account =
                documents.knownPacks().contains(document)
                        ? Map.of("packs", List.of(document))
                        : document.equals(documents.ownDocument().policy().ref().id())
                                ? Map.of()
                                : Map.of("policy", document);
        return SendgateJson.strict().valueToTree(Map.of("given", Map.of("account", account)));
    }

    /// `patch` laid over `target`: objects member by member, anything else in its place.
    private static JsonNode merged(JsonNode target, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            return patch;
        }
        ObjectNode result =
                target instanceof ObjectNode object
                        ? object
                        : SendgateJson.strict().createObjectNode();
        changes.properties()
                .forEach(
                        change -> {
                            if (change.getValue().isNull()) {
                                result.remove(change.getKey());
                            } else {
                                result.set(
                                        change.getKey(),
                                        merged(result.path(change.getKey()), change.getValue()));
                            }
                        });
        return result;
    }
}
