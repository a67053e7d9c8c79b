package io.sendgate.wire.policy;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 of bytes.
final class Digest {

    private static final String PREFIX = "sha256:";

    private Digest() {}

    /// In lower-case hex.
    static String hex(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// As decisions name a document: `sha256:` and the hex.
    static String of(byte[] bytes) {
        return PREFIX + hex(bytes);
    }
}
