package io.sendgate.wire.phone;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A number as somebody wrote it, brought to `+` and ASCII digits; an extension is dropped.
///
/// Anything that is more than a number, a second number, a word, a `whatsapp:` in front, is none.
final class WrittenNumber {
    private static final int LONGEST = 64;
    private static final String TEL = "tel:";
    private static final String SEPARATORS = "-.()/[]~";
    private static final int FULL_WIDTH_FIRST = 0xFF01;
    private static final int FULL_WIDTH_LAST = 0xFF5E;
    private static final int FULL_WIDTH_SHIFT = FULL_WIDTH_FIRST - '!';

    /// Longest first, so that no marker hides another.
    private static final List<String> EXTENSIONS =
            List.of(";ext=", "extension", "extn", "ext", "x", "#");

    private WrittenNumber() {}

    /// `+` where there was one, and the digits; empty where the text is no number.
    static Optional<String> digits(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String plain = plain(text);
        String number = plain.startsWith(TEL) ? plain.substring(TEL.length()) : plain;
        int end = endOfNumber(number);
        if (end < number.length() && !isExtension(number.substring(end))) {
            return Optional.empty();
        }
        return compact(number.substring(0, end));
    }

    /// ASCII digits, lower case, plain blanks and hyphens, nothing invisible.
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().map(WrittenNumber::halfWidth).forEach(point -> append(plain, point));
        return plain.toString().strip().toLowerCase(Locale.ROOT);
    }

    private static int halfWidth(int point) {
        return point >= FULL_WIDTH_FIRST && point <= FULL_WIDTH_LAST
                ? point - FULL_WIDTH_SHIFT
                : point;
    }

    private static void append(StringBuilder plain, int point) {
        int digit = Character.digit(point, 10);
        int type = Character.getType(point);
        if (digit >= 0) {
            plain.append((char) ('0' + digit));
        } else if (type == Character.SPACE_SEPARATOR || point == '\t') {
            plain.append(' ');
        } else if (type == Character.DASH_PUNCTUATION || point == '\u2212') {
            plain.append('-');
        } else if (type != Character.FORMAT) {
            plain.appendCodePoint(point);
        }
    }

    private static int endOfNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isLetter(text.charAt(i)) || text.charAt(i) == ';' || text.charAt(i) == '#') {
                return i;
            }
        }
        return text.length();
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isExtension(String tail) {
        return EXTENSIONS.stream()
                .filter(tail::startsWith)
                .findFirst()
                .map(marker -> tail.substring(marker.length()))
                .filter(rest -> rest.chars().anyMatch(WrittenNumber::isDigit))
                .filter(rest -> rest.chars().allMatch(c -> isDigit(c) || " .:-)".indexOf(c) >= 0))
                .isPresent();
    }

    private static Optional<String> compact(String number) {
        StringBuilder compact = new StringBuilder();
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            if (isDigit(c)) {
                compact.append(c);
            } else if (c == '+' && compact.isEmpty()) {
                compact.append(c);
            } else if (c != ' ' && SEPARATORS.indexOf(c) < 0) {
                return Optional.empty();
            }
        }
        return compact.chars().anyMatch(WrittenNumber::isDigit)
                ? Optional.of(compact.toString())
                : Optional.empty();
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
