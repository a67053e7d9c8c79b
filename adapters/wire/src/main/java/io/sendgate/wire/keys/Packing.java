package io.sendgate.wire.keys;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/// Bytes with a mark in front: as they are, or compressed where that is shorter.
final class Packing {
    private static final byte PLAIN = 0;
    private static final byte DEFLATED = 1;
    private static final int BLOCK = 4096;
    // Nothing that the suite seals comes near it; a sealed bomb would have to be made with our key.
    private static final int MOST_BYTES = 16 << 20;

    private Packing() {}

    static byte[] pack(byte[] bytes) {
        byte[] deflated = deflate(bytes);
        return deflated.length < bytes.length ? marked(DEFLATED, deflated) : marked(PLAIN, bytes);
    }

    static byte[] unpack(byte[] packed) {
        if (packed.length == 0) {
            throw new IllegalArgumentException("not packed");
        }
        byte[] content = Arrays.copyOfRange(packed, 1, packed.length);
        return switch (packed[0]) {
            case PLAIN -> content;
            case DEFLATED -> inflate(content);
            default -> throw new IllegalArgumentException("packed by a newer version");
        };
    }

    private static byte[] marked(byte mark, byte[] bytes) {
        byte[] marked = new byte[bytes.length + 1];
        marked[0] = mark;
        System.arraycopy(bytes, 0, marked, 1, bytes.length);
        return marked;
    }

    private static byte[] deflate(byte[] bytes) {
        try (Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true)) {
            deflater.setInput(bytes);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] block = new byte[BLOCK];
            while (!deflater.finished()) {
                out.write(block, 0, deflater.deflate(block));
            }
            return out.toByteArray();
        }
    }

    private static byte[] inflate(byte[] bytes) {
        try (Inflater inflater = new Inflater(true)) {
            inflater.setInput(bytes);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] block = new byte[BLOCK];
            while (!inflater.finished()) {
                int count = inflater.inflate(block);
                if ((count == 0 && inflater.needsInput()) || out.size() > MOST_BYTES) {
                    throw new IllegalArgumentException("not packed");
                }
                out.write(block, 0, count);
            }
            return out.toByteArray();
        } catch (DataFormatException e) {
            throw new IllegalArgumentException("not packed", e);
        }
    }
}
