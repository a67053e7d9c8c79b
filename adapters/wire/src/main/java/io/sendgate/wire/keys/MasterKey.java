package io.sendgate.wire.keys;

import java.security.SecureRandom;
import java.util.Arrays;

/// A master key of 32 bytes with its id; everything else is derived from it.
///
/// It shows its bytes to nobody outside this package.
public final class MasterKey {
    /// The number of bytes of a master key.
    public static final int LENGTH = 32;

    private static final int HIGHEST_ID = 255;
    private final int id;
    private final byte[] secret;

    /// A key as it was kept.
    ///
    /// @param id from 0 to 255
    /// @param secret 32 bytes
    public MasterKey(int id, byte[] secret) {
        if (id < 0 || id > HIGHEST_ID || secret.length != LENGTH) {
            throw new IllegalArgumentException("a master key has 32 bytes and an id of one byte");
        }
        this.id = id;
        this.secret = secret.clone();
    }

    /// A new key.
    public static MasterKey generate(int id, SecureRandom random) {
        byte[] secret = new byte[LENGTH];
        random.nextBytes(secret);
        return new MasterKey(id, secret);
    }

    /// The id that tags and seals carry, so that a key can be replaced.
    public int id() {
        return id;
    }

    byte[] secret() {
        return secret.clone();
    }

    /// A key of 32 bytes for one use, by HKDF-SHA-256.
    ///
    /// @param use a name that no other use has
    DerivedKey derive(String use) {
        return DerivedKey.of(this, use);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MasterKey that
                && id == that.id
                && Arrays.equals(secret, that.secret);
    }

    @Override
    public int hashCode() {
        return id;
    }

    @Override
    public String toString() {
        return "MasterKey[" + id + "]";
    }
}
