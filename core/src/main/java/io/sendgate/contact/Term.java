package io.sendgate.contact;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A word of the public contract that is an enum constant here.
///
/// The contract writes terms in lower case with hyphens (`opt-out-line-missing`); the constant is
/// the
/// same word in upper case with underscores.
public interface Term {

    /// The constant's name, as every enum has it.
    String name();

    /// The word as the contract writes it.
    default String term() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The constant of `type` that the contract writes as `word`; empty for any other word.
    static <T extends Enum<T> & Term> Optional<T> parse(Class<T> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.term().equals(word))
                .findFirst();
    }
}
