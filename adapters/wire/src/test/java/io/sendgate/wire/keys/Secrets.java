package io.sendgate.wire.keys;

import java.security.SecureRandom;
import java.util.Arrays;

/// Master keys that are the same in every test run.
final class Secrets {
    static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    static Masters masters(int seed) {
        return new Masters(key(1, seed), key(2, seed + 1));
    }

    static MasterKey key(int id, int fill) {
        byte[] secret = new byte[MasterKey.LENGTH];
        Arrays.fill(secret, (byte) fill);
        return new MasterKey(id, secret);
    }
}
