package io.sendgate.wire.keys;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
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
import java.util.Objects;

/// The two secrets of a suite: a lost tagging key is lost opt-outs, a lost sealing key lost
/// evidence.
///
/// @param tagging what tags, hashes and ids are made with
/// @param sealing what personal data is sealed with
public record Masters(MasterKey tagging, MasterKey sealing) {
    private static final int CHECK_BYTES = 9;

    /// New keys, both of id 1.
    public static Masters generate(SecureRandom random) {
        return new Masters(MasterKey.generate(1, random), MasterKey.generate(1, random));
    }

    /// The keys that `json` holds: `{"tagging":{"id":1,"key":"<base64>"},"sealing":{…}}`.
    ///
    /// @throws IllegalArgumentException where it does not hold them; never quotes it
    public static Masters parse(String json) {
        try {
            JsonNode node = new JsonMapper().readTree(json);
            return new Masters(key(node.path("tagging")), key(node.path("sealing")));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the master keys are not JSON");
        }
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
        return node.toString();
    }

    private static void put(ObjectNode node, MasterKey key) {
        node.put("id", key.id()).put("key", Base64.getEncoder().encodeToString(key.secret()));
    }

    /// A value by which a suite recognises that its keys match its data; it gives nothing away.
    public String check() {
        return check(tagging) + "." + check(sealing);
    }

    private static String check(MasterKey key) {
        byte[] value = key.derive("check").hmac(CHECK_BYTES, new byte[] {(byte) key.id()});
        return Base64.getUrlEncoder().withoutPadding().encodeToString(value);
    }
}
