package io.sendgate.wire.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;

import io.sendgate.contact.Channel;
import io.sendgate.contact.PhoneNumber;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Optional;

/// Phone numbers as people write them, read into E.164.
///
/// Digits of any script, invisible characters and the usual separators are understood. An extension
/// is dropped, for E.164 has none and a message goes to the line. Letters are refused, so
/// `1-800-FLOWERS` and `whatsapp:+1…` are no numbers here. Reading what was read changes nothing.
public final class PhoneNumbers {
    private static final int NANP = 1;
    private static final String INTERNATIONAL = "00";

    private PhoneNumbers() {}

    /// What a text turned out to be.
    public sealed interface Reading {}

    /// A number.
    ///
    /// @param valid whether it can exist under its country's numbering plan
    public record Parsed(PhoneNumber number, boolean valid) implements Reading {}

    /// No number.
    public record Unparseable() implements Reading {}

    /// Reads a number.
    ///
    /// @param region ISO 3166 alpha-2 of the country in which a number without `+` is read; without
    ///     it only numbers with `+` are read
    public static Reading parse(String text, Optional<String> region) {
        Optional<String> known =
                region.map(code -> code.toUpperCase(Locale.ROOT))
                        .filter(PhoneNumberUtil.getInstance().getSupportedRegions()::contains);
        return WrittenNumber.digits(text)
                .flatMap(digits -> parsed(digits, known))
                .<Reading>map(number -> number)
                .orElseGet(Unparseable::new);
    }

    /// The form in which a sender's id is kept and compared.
    ///
    /// A full number is E.164; a short code or a name is itself, without blanks around it. On
    /// WhatsApp there are only numbers, so one that cannot exist is a number all the same.
    ///
    /// @param region as in [#parse]
    public static String senderId(String text, Channel channel, Optional<String> region) {
        boolean international = text.strip().startsWith("+");
        return switch (parse(text, region)) {
            case Parsed(PhoneNumber number, boolean valid) ->
                    valid || international || channel == Channel.WHATSAPP
                            ? number.e164()
                            : text.strip();
            case Unparseable() -> text.strip();
        };
    }

    private static Optional<Parsed> parsed(String digits, Optional<String> region) {
        String international = international(digits, region);
        if (international.startsWith("+0")) {
            return Optional.empty();
        }
        return once(international, region.orElse(null)).flatMap(PhoneNumbers::settled);
    }

    /// In North America `00` starts no number and people abroad have `00` for `+`; the library
    /// would take the zeros for digits of the number.
    private static String international(String digits, Optional<String> region) {
        boolean northAmerican =
                region.map(PhoneNumberUtil.getInstance()::getCountryCodeForRegion)
                        .filter(code -> code == NANP)
                        .isPresent();
        return northAmerican && digits.startsWith(INTERNATIONAL)
                ? "+" + digits.substring(INTERNATIONAL.length())
                : digits;
    }

    /// A number whose E.164 form reads as itself; some countries' old prefixes take a second
    /// reading.
    private static Optional<Parsed> settled(Parsed first) {
        return once(first.number().e164(), null)
                .filter(
                        second ->
                                second.equals(first)
                                        || once(second.number().e164(), null)
                                                .filter(second::equals)
                                                .isPresent());
    }

    private static Optional<Parsed> once(String digits, @Nullable String region) {
        PhoneNumberUtil library = PhoneNumberUtil.getInstance();
        try {
            Phonenumber.PhoneNumber parsed = library.parse(digits, region);
            String e164 = library.format(parsed, PhoneNumberFormat.E164);
            return Optional.of(new Parsed(new PhoneNumber(e164), library.isValidNumber(parsed)));
        } catch (NumberParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
