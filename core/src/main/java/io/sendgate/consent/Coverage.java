package io.sendgate.consent;

import io.sendgate.contact.Term;
import io.sendgate.message.MessageClass;
import io.sendgate.message.Purpose;

import java.util.Optional;

/// What a consent is for: one purpose, or every purpose of a class.
public sealed interface Coverage {

    /// Every purpose of a class.
    record OfClass(MessageClass messageClass) implements Coverage {}

    /// One purpose.
    record OfPurpose(Purpose purpose) implements Coverage {}

    /// Whether it speaks for a message of this purpose and class.
    default boolean covers(Purpose purpose, MessageClass messageClass) {
        return switch (this) {
            case OfClass of -> of.messageClass() == messageClass;
            case OfPurpose of -> of.purpose() == purpose;
        };
    }

    /// The word of the contract.
    default String term() {
        return switch (this) {
            case OfClass of -> of.messageClass().term();
            case OfPurpose of -> of.purpose().term();
        };
    }

    /// The coverage that `word` names; a word that is both a purpose and a class means the class.
    static Optional<Coverage> parse(String word) {
        Optional<Coverage> byClass = Term.parse(MessageClass.class, word).map(OfClass::new);
        return byClass.or(() -> Term.parse(Purpose.class, word).map(OfPurpose::new));
    }
}
