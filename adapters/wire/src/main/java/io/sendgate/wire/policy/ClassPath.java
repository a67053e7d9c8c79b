package io.sendgate.wire.policy;

import com.fasterxml.jackson.databind.JsonNode;

import io.sendgate.wire.json.SendgateJson;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/// What is packed with the suite.
final class ClassPath {

    private ClassPath() {}

    /// The bytes of a file; empty where there is none.
    static Optional<byte[]> find(String path) {
        try (InputStream in = ClassPath.class.getClassLoader().getResourceAsStream(path)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read", e);
        }
    }

    /// The bytes of a file that must be there.
    static byte[] bytes(String path) {
        return find(path).orElseThrow(() -> new IllegalStateException(path + " is not packed"));
    }

    /// The JSON in a file that must be there.
    static JsonNode json(String path) {
        return SendgateJson.readStrict(bytes(path), JsonNode.class);
    }
}
