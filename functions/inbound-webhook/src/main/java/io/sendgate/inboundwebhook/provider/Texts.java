package io.sendgate.inboundwebhook.provider;

import java.util.Optional;

/// Bounds on what a person or a provider may make us keep.
final class Texts {

    /// The longest text of a message that is kept, in UTF-16 units.
    static final int LONGEST_TEXT = 4_096;

    /// The longest id of a provider's.
    static final int LONGEST_ID = 512;

    private static final int LONGEST_SENDER = 64;

    private Texts() {}

    /// What a person wrote: cut where it is too long, without NUL and half characters.
    static String message(String text) {
        return shortened(text, LONGEST_TEXT);
    }

    /// A sender of ours, as far as one can be told apart.
    static String sender(String text) {
        return shortened(text, LONGEST_SENDER);
    }

    /// A provider's id.
    ///
    /// @throws MalformedPayload where no provider would have such a one
    static String id(String text) {
        return anId(text).orElseThrow(() -> new MalformedPayload("An id is empty or too long"));
    }

    /// A provider's id in a part of a batch; empty where no provider would have such a one.
    static Optional<String> anId(String text) {
        return text.isBlank() || text.length() > LONGEST_ID
                ? Optional.empty()
                : Optional.of(wellFormed(text));
    }

    /// A text of at most `longest` units, well formed.
    static String shortened(String text, int longest) {
        return wellFormed(text.length() <= longest ? text : text.substring(0, longest));
    }

    private static String wellFormed(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> isWhole(point) ? point : '\uFFFD')
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static boolean isWhole(int point) {
        return point != 0 && (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE);
    }
}
