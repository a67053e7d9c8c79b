package io.sendgate.wire.keys;

import io.sendgate.account.AccountId;
import io.sendgate.contact.RecipientTag;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/// AES-256-GCM as the store keeps it: base64url of key id, initialisation vector and ciphertext.
///
/// Every recipient has a key of their own, so that random vectors never come near the number at
/// which two of one key may collide. What is sealed opens only for the same root, recipient and
/// content.
final class Seal {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int VECTOR_BYTES = 12;
    private static final int HEAD_BYTES = 1 + VECTOR_BYTES;
    private static final int TAG_BITS = 128;

    private final SecureRandom random;

    /// What is sealed: a number must not pass for a text, nor a text for a number.
    enum Content {
        NUMBER,
        TEXT
    }

    Seal(SecureRandom random) {
        this.random = random;
    }

    /// A key with the id that what it seals begins with.
    record Key(int id, DerivedKey derived) {}

    String close(Key key, AccountId root, RecipientTag tag, Content content, byte[] plain) {
        byte[] vector = new byte[VECTOR_BYTES];
        random.nextBytes(vector);
        try {
            byte[] closed =
                    cipher(Cipher.ENCRYPT_MODE, key.derived(), root, tag, content, vector)
                            .doFinal(plain);
            ByteBuffer whole = ByteBuffer.allocate(HEAD_BYTES + closed.length);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(whole.put((byte) key.id()).put(vector).put(closed).array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no AES-GCM", e);
        }
    }

    byte[] open(List<Key> keys, AccountId root, RecipientTag tag, Content content, String sealed) {
        byte[] whole = Base64.getUrlDecoder().decode(sealed);
        DerivedKey key =
                keys.stream()
                        .filter(one -> whole.length >= HEAD_BYTES && whole[0] == (byte) one.id())
                        .findFirst()
                        .map(Key::derived)
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "not sealed with any of these keys"));
        byte[] vector = Arrays.copyOfRange(whole, 1, HEAD_BYTES);
        try {
            return cipher(Cipher.DECRYPT_MODE, key, root, tag, content, vector)
                    .doFinal(whole, HEAD_BYTES, whole.length - HEAD_BYTES);
        } catch (AEADBadTagException e) {
            throw new IllegalArgumentException("not sealed for this root and recipient");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no AES-GCM", e);
        }
    }

    private static Cipher cipher(
            int mode,
            DerivedKey key,
            AccountId root,
            RecipientTag tag,
            Content content,
            byte[] vector)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key.cipherKey(tag.value()), new GCMParameterSpec(TAG_BITS, vector));
        cipher.updateAAD(DerivedKey.bytes(root.value() + tag.value() + content.name()));
        return cipher;
    }
}
