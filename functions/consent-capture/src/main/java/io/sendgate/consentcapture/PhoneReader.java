package io.sendgate.consentcapture;

import io.sendgate.account.AccountFacts;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.rest.dto.NumberReader;
import io.sendgate.rest.dto.Numbers;
import io.sendgate.wire.phone.PhoneNumbers;

import java.util.Optional;

/// Numbers as people write them, read in an account's country.
final class PhoneReader {

    private PhoneReader() {}

    /// The reader for an account's requests.
    static Numbers of(AccountFacts account) {
        return new Numbers(PhoneReader::read, account.account().profile().country());
    }

    /// The number that a text spells in a country; empty where it spells none.
    static Optional<PhoneNumber> find(String text, String country) {
        return read(text, country).map(NumberReader.Reading::number);
    }

    private static Optional<NumberReader.Reading> read(String text, String country) {
        return switch (PhoneNumbers.parse(text, Optional.of(country))) {
            case PhoneNumbers.Parsed found ->
                    Optional.of(new NumberReader.Reading(found.number(), found.valid()));
            case PhoneNumbers.Unparseable none -> Optional.empty();
        };
    }
}
