package io.sendgate.rest.dto;

import io.sendgate.contact.PhoneNumber;

import java.util.Optional;

/// Reads telephone numbers as people write them.
@FunctionalInterface
public interface NumberReader {

    /// The number that `text` spells; empty where it spells none.
    ///
    /// @param country ISO 3166 alpha-2, where a number without `+` is read
    Optional<Reading> read(String text, String country);

    /// A number that was read.
    ///
    /// @param valid whether it can exist under its country's numbering plan
    record Reading(PhoneNumber number, boolean valid) {}
}
