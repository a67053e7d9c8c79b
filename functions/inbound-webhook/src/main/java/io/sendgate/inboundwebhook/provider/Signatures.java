package io.sendgate.inboundwebhook.provider;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What signatures are made of, and how they are compared.
final class Signatures {

    static final String SHA1 = "HmacSHA1";
    static final String SHA256 = "HmacSHA256";
    static final String SHA384 = "HmacSHA384";
    static final String SHA512 = "HmacSHA512";

    private Signatures() {}

    /// The keyed hash of several parts, one after the other.
    ///
    /// @param key not empty; an empty secret signs nothing
    static byte[] hmac(String algorithm, byte[] key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this platform lacks " + algorithm, e);
        }
    }

    /// The SHA-256 of some bytes.
    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this platform lacks SHA-256", e);
        }
    }

    /// Whether any expected value is among those shown; every pair is compared, each in constant
    /// time.
    static boolean anyMatch(List<byte[]> expected, List<byte[]> shown) {
        boolean match = false;
        for (byte[] one : expected) {
            for (byte[] other : shown) {
                match |= MessageDigest.isEqual(one, other);
            }
        }
        return match;
    }

    /// What each live secret makes; blank ones make nothing.
    static List<byte[]> each(List<String> secrets, Function<byte[], byte[]> make) {
        return secrets.stream()
                .filter(secret -> !secret.isBlank())
                .map(secret -> make.apply(utf8(secret)))
                .toList();
    }

    /// The bytes that Base64 text spells; empty where it spells none, or spells them in a second
    /// way.
    static Optional<byte[]> fromBase64(String text) {
        try {
            return Optional.of(Base64.getDecoder().decode(text))
                    .filter(bytes -> Base64.getEncoder().encodeToString(bytes).equals(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// The bytes that hexadecimal text spells; empty where it spells none.
    static Optional<byte[]> fromHex(String text) {
        try {
            return Optional.of(HexFormat.of().parseHex(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// Lower-case hexadecimal.
    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /// A text's bytes.
    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
