package io.sendgate.wire.keys;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Instant;

/// Sortable ids of things that are found by their id: actions, appeals, cases, reports, forms.
///
/// Prefix and 26 characters of base 32: six bytes of time, ten of chance.
public final class PlainIds {
    private static final int TIME = 6;
    private static final int CHANCE = 10;

    private final SecureRandom random;

    /// Ids from this source of chance, which must differ in every running copy.
    public PlainIds(SecureRandom random) {
        this.random = random;
    }

    /// A new id.
    ///
    /// @param prefix with its underscore, `act_` for example
    public String next(String prefix, Instant at) {
        byte[] chance = new byte[CHANCE];
        random.nextBytes(chance);
        byte[] whole =
                ByteBuffer.allocate(TIME + CHANCE).put(SortableTime.bytes(at)).put(chance).array();
        return prefix + CrockfordBase32.encode(whole);
    }

    /// Whether `id` has the form of an id of this kind; any other is a 404 without a read.
    public static boolean hasForm(String prefix, String id) {
        return id.startsWith(prefix)
                && id.length() == prefix.length() + CrockfordBase32.length(TIME + CHANCE)
                && CrockfordBase32.decode(id.substring(prefix.length())).isPresent();
    }
}
