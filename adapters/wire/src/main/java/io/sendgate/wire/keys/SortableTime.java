package io.sendgate.wire.keys;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;

/// An instant as six bytes that sort as time does: milliseconds since 1970, up to the year 10889.
final class SortableTime {
    private static final int BYTES = 6;
    private static final long MOST = (1L << (BYTES * Byte.SIZE)) - 1;

    private SortableTime() {}

    static byte[] bytes(Instant at) {
        long millis = at.toEpochMilli();
        if (millis < 0 || millis > MOST) {
            throw new IllegalArgumentException("a time before 1970 or after 10889");
        }
        byte[] whole = ByteBuffer.allocate(Long.BYTES).putLong(millis).array();
        return Arrays.copyOfRange(whole, Long.BYTES - BYTES, Long.BYTES);
    }

    static Instant instant(byte[] bytes) {
        byte[] whole = new byte[Long.BYTES];
        System.arraycopy(bytes, 0, whole, Long.BYTES - BYTES, BYTES);
        return Instant.ofEpochMilli(ByteBuffer.wrap(whole).getLong());
    }
}
