package io.sendgate.inboundwebhook.provider;

import io.sendgate.contact.Channel;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.wire.phone.PhoneNumbers;

import java.util.Optional;

/// Reads the numbers in providers' requests.
///
/// @param country ISO 3166 alpha-2, where the account's people write numbers without `+`
public record Numbering(String country) {

    /// Digits from which on a number without `+` is a full one, whatever its country's plan says.
    private static final int FULL = 10;

    private static final String PLUS = "+";

    /// The number in a member that always holds a full one, with or without its `+`.
    ///
    /// Short codes and names are none.
    public Optional<PhoneNumber> international(String text) {
        String trimmed = text.strip();
        boolean marked = trimmed.startsWith(PLUS);
        boolean digits = !trimmed.isEmpty() && trimmed.chars().allMatch(Numbering::isDigit);
        if (!marked && !digits) {
            return Optional.empty();
        }
        return parsed(marked ? trimmed : PLUS + trimmed, Optional.empty())
                .filter(found -> marked || found.valid() || trimmed.length() >= FULL)
                .map(PhoneNumbers.Parsed::number);
    }

    /// The number that somebody wrote as people do in the account's country.
    public Optional<PhoneNumber> local(String text) {
        boolean marked = text.strip().startsWith(PLUS);
        return parsed(text, Optional.of(country))
                .filter(found -> marked || found.valid())
                .map(PhoneNumbers.Parsed::number);
    }

    /// A sender of ours in the form in which accounts keep it.
    public String sender(String text, Channel channel) {
        String full = international(text).map(PhoneNumber::e164).orElse(text);
        return PhoneNumbers.senderId(full, channel, Optional.of(country));
    }

    private static Optional<PhoneNumbers.Parsed> parsed(String text, Optional<String> region) {
        return switch (PhoneNumbers.parse(text, region)) {
            case PhoneNumbers.Parsed found -> Optional.of(found);
            case PhoneNumbers.Unparseable none -> Optional.empty();
        };
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
