package io.sendgate.local.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// A case of a policy document as its file tells it, with the defaults beneath it.
///
/// @param name `document/clause/a-sentence`
/// @param told the file's JSON laid over the defaults
record CaseStory(String name, JsonNode told) {

    private static final Path POLICIES = Path.of("..", "policies").toAbsolutePath().normalize();
    private static final Path DEFAULTS = POLICIES.resolve("sendgate/cases/defaults.json");
    private static final Set<String> PACKS =
            Set.of("ca", "ctia", "gb", "meta", "us-federal", "us-states");
    private static final String OWN = "sendgate";
    private static final int DEPTH = 4;

    private static final ObjectMapper JSON = new ObjectMapper();

    /// Every case there is, in the order of the files' names.
    static List<CaseStory> all() {
        try (Stream<Path> files = Files.walk(POLICIES, DEPTH)) {
            return files.filter(CaseStory::isCase).sorted().map(CaseStory::read).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isCase(Path file) {
        Path inside = POLICIES.relativize(file);
        return inside.getNameCount() == DEPTH
                && inside.getName(1).toString().equals("cases")
                && file.toString().endsWith(".json");
    }

    private static CaseStory read(Path file) {
        Path inside = POLICIES.relativize(file);
        String document = inside.getName(0).toString();
        String sentence = inside.getName(DEPTH - 1).toString().replace(".json", "");
        JsonNode told = laid(laid(tree(DEFAULTS), under(document)), tree(file));
        return new CaseStory(document + "/" + inside.getName(2) + "/" + sentence, told);
    }

    /// The account of a case: under the document if that is a policy, with it on top if it is a
    /// pack.
    private static JsonNode under(String document) {
        ObjectNode patch = JSON.createObjectNode();
        ObjectNode account = patch.putObject("given").putObject("account");
        if (PACKS.contains(document)) {
            account.putArray("packs").add(document);
        } else if (!document.equals(OWN)) {
            account.put("policy", document);
        }
        return patch;
    }

    private static JsonNode tree(Path file) {
        try {
            return JSON.readTree(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// `patch` laid over `target`, as a JSON merge patch is.
    private static JsonNode laid(JsonNode target, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            return patch;
        }
        ObjectNode result =
                target instanceof ObjectNode object ? object.deepCopy() : JSON.createObjectNode();
        changes.properties().forEach(change -> lay(result, change.getKey(), change.getValue()));
        return result;
    }

    private static void lay(ObjectNode target, String member, JsonNode value) {
        if (value.isNull()) {
            target.remove(member);
        } else {
            target.set(member, laid(target.path(member), value));
        }
    }

    /// The account's document.
    ObjectNode account() {
        return told.at("/given/account").deepCopy();
    }

    /// What is known of the recipient.
    JsonNode recipient() {
        return told.at("/given/recipient");
    }

    /// One of the lists of what is known of the recipient.
    List<JsonNode> recipients(String list) {
        return StreamSupport.stream(recipient().path(list).spliterator(), false).toList();
    }

    /// The request, with the case's own sender and recipient.
    ObjectNode request() {
        return told.at("/request").deepCopy();
    }

    /// The instant of the request.
    Instant at() {
        return Instant.parse(told.at("/at").asText());
    }

    /// The channel of the request, and of what names none.
    String channel() {
        return told.at("/request/channel").asText();
    }

    /// The channel of a thing, the request's where it names none.
    String channel(JsonNode thing) {
        return thing.path("channel").asText(channel());
    }

    @Override
    public String toString() {
        return name;
    }
}
