package io.sendgate.wire.keys;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// The secrets of a suite, of two kinds: a lost tagging key is lost opt-outs, a lost sealing key
/// lost evidence.
///
/// Keys of a kind differ by their ids, which rise with their age: the lowest is the first there
/// was. None is ever taken away, since whoever is tagged or sealed with it stays so.
///
/// @param tagging what new recipients are tagged with
/// @param sealing what personal data is sealed with from now on
/// @param otherTagging further keys that recipients may be tagged with, older ones or the next
/// @param otherSealing further keys that data may be sealed with
public record Masters(
        MasterKey tagging,
        MasterKey sealing,
        List<MasterKey> otherTagging,
        List<MasterKey> otherSealing) {
    private static final int CHECK_BYTES = 9;
    private static final String OTHERS = "others";

    /// Copies the lists and refuses two keys of a kind with one id.
    public Masters {
        otherTagging = List.copyOf(otherTagging);
        otherSealing = List.copyOf(otherSealing);
        requireDistinct(tagging, otherTagging);
        requireDistinct(sealing, otherSealing);
    }

    /// One key of each kind.
    public Masters(MasterKey tagging, MasterKey sealing) {
        this(tagging, sealing, List.of(), List.of());
    }

    private static void requireDistinct(MasterKey key, List<MasterKey> others) {
        if (all(key, others).map(MasterKey::id).distinct().count() != 1 + others.size()) {
            throw new IllegalArgumentException("two master keys of a kind have one id");
        }
    }

    private static Stream<MasterKey> all(MasterKey key, List<MasterKey> others) {
        return Stream.concat(Stream.of(key), others.stream());
    }

    private static MasterKey first(MasterKey key, List<MasterKey> others) {
        return all(key, others).min(Comparator.comparingInt(MasterKey::id)).orElse(key);
    }

    /// The tagging key with which everything began: ids and hashes are made with it for good.
    MasterKey firstTagging() {
        return first(tagging, otherTagging);
    }

    /// Whether recipients may be tagged with one key or another.
    boolean hasSeveralTags() {
        return !otherTagging.isEmpty();
    }

    /// Every sealing key.
    List<MasterKey> allSealing() {
        return all(sealing, otherSealing).toList();
    }

    /// New keys, both of id 1.
    public static Masters generate(SecureRandom random) {
        return new Masters(MasterKey.generate(1, random), MasterKey.generate(1, random));
    }

    /// The keys that `json` holds: `{"tagging":{"id":1,"key":"<base64>"},"sealing":{…},
    /// "others":{"tagging":[{…}],"sealing":[{…}]}}`, `others` where there are any.
    ///
    /// @throws IllegalArgumentException where it does not hold them; never quotes it
    public static Masters parse(String json) {
        try {
            JsonNode node = new JsonMapper().readTree(json);
            return new Masters(
                    key(node.path("tagging")),
                    key(node.path("sealing")),
                    keys(node.path(OTHERS).path("tagging")),
                    keys(node.path(OTHERS).path("sealing")));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the master keys are not JSON");
        }
    }

    private static List<MasterKey> keys(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(Masters::key).toList();
    }

    private static MasterKey key(JsonNode node) {
        return new MasterKey(
                node.path("id").asInt(-1), Base64.getDecoder().decode(node.path("key").asText()));
    }

    /// The keys that a file holds.
    public static Masters read(Path file) throws IOException {
        return parse(Files.readString(file));
    }

    /// The keys that a file holds; where there is none, new ones that it holds from now on.
    ///
    /// The file is readable by its owner alone, where the file system knows owners. Of two
    /// processes that start at once both get the keys of the first.
    public static Masters readOrCreate(Path file, SecureRandom random) throws IOException {
        if (!Files.exists(file)) {
            create(file, generate(random));
        }
        return read(file);
    }

    private static void create(Path file, Masters masters) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        Files.createDirectories(folder);
        // A temporary file is its owner's alone.
        Path whole = Files.createTempFile(folder, "keys", ".new");
        try (FileChannel out = FileChannel.open(whole, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(DerivedKey.bytes(masters.toJson()));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        publish(whole, file);
    }

    private static void publish(Path whole, Path file) throws IOException {
        try {
            // A link, unlike a move, never replaces the keys that another process has just made.
            Files.createLink(file, whole);
            Files.delete(whole);
        } catch (FileAlreadyExistsException e) {
            Files.delete(whole);
        } catch (UnsupportedOperationException e) {
            Files.move(whole, file);
        }
    }

    /// The keys as [#parse] reads them; whoever holds this text holds everything.
    public String toJson() {
        ObjectMapper mapper = new JsonMapper();
        ObjectNode node = mapper.createObjectNode();
        put(node.putObject("tagging"), tagging);
        put(node.putObject("sealing"), sealing);
        if (!otherTagging.isEmpty() || !otherSealing.isEmpty()) {
            ObjectNode others = node.putObject(OTHERS);
            ArrayNode tags = others.putArray("tagging");
            otherTagging.forEach(key -> put(tags.addObject(), key));
            ArrayNode seals = others.putArray("sealing");
            otherSealing.forEach(key -> put(seals.addObject(), key));
        }
        return node.toString();
    }

    private static void put(ObjectNode node, MasterKey key) {
        node.put("id", key.id()).put("key", Base64.getEncoder().encodeToString(key.secret()));
    }

    /// A value by which a suite recognises that its keys match its data; it gives nothing away.
    ///
    /// It is that of the first keys, and so stays as it is when further ones come.
    public String check() {
        return check(firstTagging()) + "." + check(first(sealing, otherSealing));
    }

    /// Such a value of every key, by its kind and id, `tagging-1`.
    public Map<String, String> checks() {
        Map<String, String> checks = new TreeMap<>();
        all(tagging, otherTagging).forEach(key -> checks.put("tagging-" + key.id(), check(key)));
        all(sealing, otherSealing).forEach(key -> checks.put("sealing-" + key.id(), check(key)));
        return checks;
    }

    private static String check(MasterKey key) {
        byte[] value = key.derive("check").hmac(CHECK_BYTES, new byte[] {(byte) key.id()});
        return Base64.getUrlEncoder().withoutPadding().encodeToString(value);
    }
}
