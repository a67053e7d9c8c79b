package io.sendgate.local.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// Something personal that must never be found in clear, in the many ways it could be written.
///
/// @param traces the bytes to look for, by what they are
record Canary(Map<String, byte[]> traces) {

    /// How many characters at each end of Base64 depend on what stands beside the text.
    private static final int[] UNSTABLE = {0, 2, 3};

    /// A telephone number, with and without its country's code and as people write it.
    static Canary number(String e164) {
        String digits = e164.substring(1);
        String national = e164.substring(2);
        String area = national.substring(0, 3);
        String exchange = national.substring(3, 6);
        String line = national.substring(6);
        return of(
                List.of(
                        digits,
                        national,
                        area + "-" + exchange + "-" + line,
                        "(" + area + ") " + exchange + "-" + line));
    }

    /// A text.
    static Canary text(String text) {
        return of(List.of(text));
    }

    private static Canary of(List<String> texts) {
        Map<String, byte[]> traces = new LinkedHashMap<>();
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            traces.put(text + " in UTF-8", bytes);
            traces.put(text + " in UTF-16LE", text.getBytes(StandardCharsets.UTF_16LE));
            traces.put(text + " in UTF-16BE", text.getBytes(StandardCharsets.UTF_16BE));
            traces.put(text + " in hexadecimal", ascii(HexFormat.of().formatHex(bytes)));
            traces.put(text + " in a URL", ascii(URLEncoder.encode(text, StandardCharsets.UTF_8)));
            traces.put(text + " in lower case", ascii(text.toLowerCase(Locale.ROOT)));
            for (int offset = 0; offset < UNSTABLE.length; offset++) {
                traces.put(text + " in Base64 at " + offset, base64(bytes, offset));
            }
        }
        return new Canary(traces);
    }

    /// The part of its Base64 that is the same whatever stands before and after.
    private static byte[] base64(byte[] bytes, int offset) {
        byte[] shifted = new byte[bytes.length + offset];
        System.arraycopy(bytes, 0, shifted, offset, bytes.length);
        String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        int end = shifted.length % 3 == 0 ? encoded.length() : encoded.length() - 1;
        return ascii(encoded.substring(UNSTABLE[offset], end));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// What of it is found in some bytes.
    List<String> foundIn(byte[] haystack) {
        return traces.entrySet().stream()
                .filter(trace -> contains(haystack, trace.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// The same in any of several texts.
    List<String> foundIn(Stream<String> texts) {
        return texts.flatMap(text -> foundIn(text.getBytes(StandardCharsets.UTF_8)).stream())
                .distinct()
                .toList();
    }

    private static boolean contains(byte[] haystack, byte[] needle) {
        for (int i = 0; i + needle.length <= haystack.length; i++) {
            if (haystack[i] == needle[0]
                    && Arrays.equals(haystack, i, i + needle.length, needle, 0, needle.length)) {
                return true;
            }
        }
        return false;
    }
}
