package io.sendgate.wire.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;

import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// A key that a master key gave for one use; it makes message authentication codes.
final class DerivedKey {
    private static final String HMAC = "HmacSHA256";
    private static final String AES = "AES";
    private static final int LENGTH = 32;

    private final SecretKey key;

    private DerivedKey(SecretKey key) {
        this.key = key;
    }

    static DerivedKey of(MasterKey master, String use) {
        try {
            return new DerivedKey(
                    KDF.getInstance("HKDF-SHA256")
                            .deriveKey(
                                    HMAC,
                                    HKDFParameterSpec.ofExtract()
                                            .addIKM(master.secret())
                                            .thenExpand(bytes("sendgate/1/" + use), LENGTH)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HKDF", e);
        }
    }

    /// HMAC-SHA-256 of the parts one after another, 32 bytes.
    byte[] hmac(byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HMAC", e);
        }
    }

    /// The first `length` bytes of [#hmac].
    byte[] hmac(int length, byte[]... parts) {
        return Arrays.copyOf(hmac(parts), length);
    }

    /// An AES-256 key that is used for `name` alone.
    SecretKey cipherKey(String name) {
        return new SecretKeySpec(hmac(bytes(name)), AES);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
