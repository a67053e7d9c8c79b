package io.sendgate.contact;

import java.util.Optional;

/// WhatsApp's id of a person for one business, by which somebody may be known whose number is not.
///
/// [#toString] masks it: it names a person.
///
/// @param value as the provider writes it, `US.13491208655302741918`; 1 to 128 visible ASCII
///     characters
public record ScopedId(String value) implements Person {

    private static final int LONGEST = 128;

    /// Refuses anything that cannot be such an id.
    public ScopedId {
        if (!isId(value)) {
            throw new IllegalArgumentException("not a business-scoped id");
        }
    }

    /// The id that `text` spells; empty where it spells none.
    public static Optional<ScopedId> parse(String text) {
        return Optional.of(text).filter(ScopedId::isId).map(ScopedId::new);
    }

    private static boolean isId(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST
                && text.chars().allMatch(c -> c > ' ' && c <= '~');
    }

    @Override
    public String toString() {
        return "•".repeat(value.length());
    }
}
