package io.sendgate.contact;

/// A telephone number in E.164 form: `+` and 5 to 15 digits, the first not zero.
///
/// Parsing what people write is the edge's work; this type only guards the form. [#toString] masks
/// the number, so that it cannot leak through a log line or an exception.
///
/// @param e164 the number in full
public record PhoneNumber(String e164) implements Person {

    private static final int LEAST_DIGITS = 5;
    private static final int MOST_DIGITS = 15;

    /// Refuses anything that is not E.164.
    public PhoneNumber {
        if (!isE164(e164)) {
            throw new IllegalArgumentException("not an E.164 number");
        }
    }

    private static boolean isE164(String text) {
        int digits = text.length() - 1;
        return digits >= LEAST_DIGITS
                && digits <= MOST_DIGITS
                && text.charAt(0) == '+'
                && text.charAt(1) != '0'
                && text.chars().skip(1).allMatch(c -> c >= '0' && c <= '9');
    }

    /// Whether the number belongs to the North American Numbering Plan (`+1`).
    public boolean isNorthAmerican() {
        return e164.startsWith("+1");
    }

    @Override
    public String toString() {
        return "+" + "•".repeat(e164.length() - 1);
    }
}
