package io.sendgate.wire.phone;

import io.sendgate.contact.PhoneNumber;

import java.util.Optional;

/// The three digits after `+1`.
final class AreaCode {
    private static final int START = 2;
    private static final int END = 5;

    private AreaCode() {}

    /// The area code of a North American number; empty for any other.
    static Optional<String> of(PhoneNumber number) {
        return number.isNorthAmerican() && number.e164().length() >= END
                ? Optional.of(number.e164().substring(START, END))
                : Optional.empty();
    }
}
