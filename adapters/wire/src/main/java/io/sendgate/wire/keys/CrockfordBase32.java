package io.sendgate.wire.keys;

import java.util.Arrays;
import java.util.Optional;

/// Crockford's base 32 in upper case: texts sort as their bytes do.
///
/// Reading is strict: no lower case, no look-alikes, no loose bits, so that bytes have one
/// spelling.
public final class CrockfordBase32 {
    private static final char[] ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
    private static final int[] VALUES = values();
    private static final int BITS = 5;
    private static final int MASK = (1 << BITS) - 1;

    private CrockfordBase32() {}

    private static int[] values() {
        int[] values = new int[128];
        Arrays.fill(values, -1);
        for (int i = 0; i < ALPHABET.length; i++) {
            values[ALPHABET[i]] = i;
        }
        return values;
    }

    /// The bytes as text, eight characters for five bytes, the last one filled up with zero bits.
    public static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder(length(bytes.length));
        int buffer = 0;
        int held = 0;
        for (byte one : bytes) {
            buffer = (buffer << Byte.SIZE) | (one & 0xFF);
            held += Byte.SIZE;
            while (held >= BITS) {
                held -= BITS;
                text.append(ALPHABET[(buffer >>> held) & MASK]);
            }
        }
        if (held > 0) {
            text.append(ALPHABET[(buffer << (BITS - held)) & MASK]);
        }
        return text.toString();
    }

    /// The number of characters that spell so many bytes.
    public static int length(int bytes) {
        return (bytes * Byte.SIZE + BITS - 1) / BITS;
    }

    /// The bytes that `text` spells; empty for any text that [#encode] does not make.
    public static Optional<byte[]> decode(String text) {
        byte[] bytes = new byte[text.length() * BITS / Byte.SIZE];
        if (length(bytes.length) != text.length()) {
            return Optional.empty();
        }
        int buffer = 0;
        int held = 0;
        int next = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int value = c < VALUES.length ? VALUES[c] : -1;
            if (value < 0) {
                return Optional.empty();
            }
            buffer = (buffer << BITS) | value;
            held += BITS;
            if (held >= Byte.SIZE) {
                held -= Byte.SIZE;
                bytes[next++] = (byte) (buffer >>> held);
            }
        }
        boolean loose = (buffer & ((1 << held) - 1)) != 0;
        return loose ? Optional.empty() : Optional.of(bytes);
    }
}
