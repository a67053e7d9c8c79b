package io.sendgate.consentcapture;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/// SHA-256 of a text's UTF-8 bytes.
final class Sha256 {

    private Sha256() {}

    /// In lower-case hex.
    static String hex(String text) {
        return HexFormat.of().formatHex(digest(text));
    }

    /// In Base64, as content security policies write it.
    static String base64(String text) {
        return Base64.getEncoder().encodeToString(digest(text));
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
