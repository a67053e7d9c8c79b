package io.sendgate.wire.policy;

import com.fasterxml.jackson.databind.JsonNode;

import io.sendgate.policy.Policy;
import io.sendgate.wire.json.MalformedJson;
import io.sendgate.wire.json.SendgateJson;
import io.sendgate.wire.policy.InvalidPolicy.Fault;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The documents packed with the suite, and the reading of others.
public final class PolicyDocuments {

    private static final String OWN = "sendgate";

    private final Map<String, PolicyDocument> seeded = new LinkedHashMap<>();
    private final PackedLists lexicons = new PackedLists();
    private final PolicyDocument own;

    private PolicyDocuments() {
        Source first = source(OWN);
        Map<String, Source> sources = new LinkedHashMap<>();
        for (JsonNode id : ClassPath.json("policies/index.json")) {
            sources.put(id.asText(), id.asText().equals(OWN) ? first : source(id.asText()));
        }
        lexicons.close();
        own = load(first, Optional.empty());
        sources.forEach((id, it) -> seeded.put(id, id.equals(OWN) ? own : load(it, own())));
    }

    /// A packed document as it was found.
    private record Source(byte[] bytes, JsonNode tree) {}

    /// The documents on the class path.
    ///
    /// Their shape was checked when the suite was built, so that is not done again.
    ///
    /// @throws InvalidPolicy where the parts of one do not fit together
    public static PolicyDocuments seeded() {
        return new PolicyDocuments();
    }

    /// The ids of all documents, Sendgate's own first.
    public List<String> ids() {
        return List.copyOf(seeded.keySet());
    }

    /// The document of that id.
    public Optional<PolicyDocument> document(String id) {
        return Optional.ofNullable(seeded.get(id));
    }

    /// Sendgate's own document, whose rules always apply.
    public PolicyDocument ownDocument() {
        return own;
    }

    /// Every pack there is, or will be; an account may name those that are not to be had yet.
    public List<String> knownPacks() {
        return new Members(own.tree()).texts("knownPacks");
    }

    /// The bytes of a packed word list by the SHA-256 of its file, lower-case hex.
    public Optional<byte[]> lexicon(String sha256) {
        return lexicons.bytes(sha256);
    }

    /// The policy that a document spells.
    ///
    /// @param lexiconBySha the bytes of a word list by their SHA-256, lower-case hex
    /// @throws InvalidPolicy where it departs from the schema, or its parts do not fit together
    public Policy parse(byte[] document, Function<String, Optional<byte[]>> lexiconBySha) {
        return parseDocument(document, lexiconBySha).policy();
    }

    /// The policy that a document spells, with the document.
    ///
    /// @throws MisshapenPolicy where it departs from the schema
    /// @throws InvalidPolicy where its parts do not fit together
    public PolicyDocument parseDocument(
            byte[] document, Function<String, Optional<byte[]>> lexiconBySha) {
        JsonNode tree = tree(document);
        List<Fault> faults = PolicySchema.faults(tree);
        if (!faults.isEmpty()) {
            throw new MisshapenPolicy(faults);
        }
        return read(document, tree, lexiconBySha, own());
    }

    private Optional<Policy> own() {
        return Optional.of(own.policy());
    }

    private Source source(String id) {
        byte[] bytes = ClassPath.bytes("policies/" + id + "/policy.json");
        JsonNode tree = tree(bytes);
        lexiconNames(tree).keySet().forEach(name -> lexicons.add(name, packedLexicon(id, name)));
        return new Source(bytes, tree);
    }

    private static Map<String, String> lexiconNames(JsonNode tree) {
        return new Members(tree).in("lexicons").each(JsonNode::asText);
    }

    private PolicyDocument load(Source source, Optional<Policy> sendgate) {
        return read(source.bytes(), source.tree(), this::lexicon, sendgate);
    }

    /// A document's own list of that name, or the one it shares with others.
    private static byte[] packedLexicon(String id, String name) {
        return ClassPath.find("policies/" + id + "/lexicons/" + name + ".txt")
                .orElseGet(() -> ClassPath.bytes("policies/" + OWN + "/lexicons/" + name + ".txt"));
    }

    private PolicyDocument read(
            byte[] bytes,
            JsonNode tree,
            Function<String, Optional<byte[]>> lexiconBySha,
            Optional<Policy> sendgate) {
        List<Fault> faults = new ArrayList<>(DocumentChecks.faults(tree));
        Map<String, WordList> lists = lists(tree, lexiconBySha, faults);
        if (!faults.isEmpty()) {
            throw new InvalidPolicy(faults);
        }
        try {
            Policy policy =
                    new DocumentReader(sendgate)
                            .read(tree, Digest.of(bytes), lexicons.lists(lists));
            return new PolicyDocument(policy, tree, bytes);
        } catch (DateTimeException e) {
            throw new InvalidPolicy(
                    List.of(new Fault("", "holds a date or time that does not exist")));
        }
    }

    /// A document's lists by the SHA-256 of their files.
    private Map<String, WordList> lists(
            JsonNode tree, Function<String, Optional<byte[]>> lexiconBySha, List<Fault> faults) {
        Map<String, WordList> lists = new HashMap<>();
        lexiconNames(tree)
                .forEach(
                        (name, sha256) -> {
                            try {
                                WordList list = list(name, sha256, lexiconBySha);
                                if (lists.putIfAbsent(sha256, list) != null) {
                                    throw new IllegalArgumentException(
                                            "is the same file as another list");
                                }
                            } catch (IllegalArgumentException e) {
                                faults.add(
                                        new Fault(
                                                "/lexicons/" + name,
                                                String.valueOf(e.getMessage())));
                            }
                        });
        return lists;
    }

    private WordList list(
            String name, String sha256, Function<String, Optional<byte[]>> lexiconBySha) {
        Optional<WordList> packed = lexicons.list(sha256).filter(list -> list.name().equals(name));
        if (packed.isPresent()) {
            return packed.get();
        }
        byte[] file =
                lexiconBySha
                        .apply(sha256)
                        .filter(bytes -> Digest.hex(bytes).equals(sha256))
                        .orElseThrow(
                                () -> new IllegalArgumentException("no word list has this digest"));
        return WordList.read(name, file).checked();
    }

    private static JsonNode tree(byte[] document) {
        try {
            return SendgateJson.readStrict(document, JsonNode.class);
        } catch (MalformedJson e) {
            throw new MisshapenPolicy(List.of(new Fault(e.pointer(), e.detail())));
        }
    }
}
