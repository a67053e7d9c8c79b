package io.sendgate.rest.answer;

import io.sendgate.rest.problem.Problem;
import io.sendgate.rest.problem.ProblemException;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;

/// A place in a list, opaque to the caller.
///
/// The checksum only tells a cursor from rubbish: whoever reads a list still asks whether what the
/// cursor points at is the caller's.
///
/// @param list the list it belongs to; a cursor of one list is rubbish in another
/// @param position the last item already answered, in the words of the store; never a clear number
public record Cursor(String list, String position) {

    private static final char BETWEEN = '\n';
    private static final int CHECK = Integer.BYTES;
    private static final int LONGEST = 1024;

    /// The text the caller sees: base64url.
    public String text() {
        byte[] content = (list + BETWEEN + position).getBytes(StandardCharsets.UTF_8);
        byte[] whole =
                ByteBuffer.allocate(CHECK + content.length)
                        .putInt(check(content))
                        .put(content)
                        .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    /// The place that a caller's `after` names.
    ///
    /// @throws ProblemException 400 `invalid-parameter` for anything this list has not answered
    public static Cursor parse(String list, String text) {
        byte[] whole = decode(text);
        if (whole.length <= CHECK) {
            throw rubbish();
        }
        ByteBuffer buffer = ByteBuffer.wrap(whole);
        int check = buffer.getInt();
        byte[] content = new byte[buffer.remaining()];
        buffer.get(content);
        String inside = new String(content, StandardCharsets.UTF_8);
        if (check != check(content) || !inside.startsWith(list + BETWEEN)) {
            throw rubbish();
        }
        return new Cursor(list, inside.substring(list.length() + 1));
    }

    private static byte[] decode(String text) {
        if (text.length() > LONGEST) {
            throw rubbish();
        }
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw rubbish();
        }
    }

    private static int check(byte[] content) {
        CRC32 sum = new CRC32();
        sum.update(content);
        return (int) sum.getValue();
    }

    private static ProblemException rubbish() {
        return Problem.invalidParameter("after", "must be the next of an earlier answer")
                .toException();
    }
}
