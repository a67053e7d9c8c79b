package io.sendgate.wire.phone;

import static org.assertj.core.api.Assertions.assertThat;

import io.sendgate.contact.Channel;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.wire.phone.PhoneNumbers.Parsed;
import io.sendgate.wire.phone.PhoneNumbers.Reading;
import io.sendgate.wire.phone.PhoneNumbers.Unparseable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;
import java.util.Random;

final class PhoneNumbersTest {
    private static final Optional<String> US = Optional.of("US");

    private static Parsed valid(String e164) {
        return new Parsed(new PhoneNumber(e164), true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+12125551234",
                "+1 212 555 1234",
                "(212) 555-1234",
                "212.555.1234",
                "1-212-555-1234",
                " 2125551234 ",
                "001 212 555 1234",
                "0012125551234",
                "00 1 (212) 555-1234",
                "011 1 212 555 1234",
                "tel:+1-212-555-1234",
                "１２１２５５５１２３４",
                "＋１（２１２）５５５－１２３４",
                "٢١٢٥٥٥١٢٣٤",
                "212\u200b555\u00a01234",
                "\u202a+1 212\u2011555\u20131234\u202c",
                "+1 212-555-1234 ext. 5",
                "+1 212-555-1234;ext=5",
                "212-555-1234 x5",
                "212-555-1234 #5",
            })
    void howeverItIsWrittenItIsOneNumber(String text) {
        assertThat(PhoneNumbers.parse(text, US)).isEqualTo(valid("+12125551234"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "+",
                "hello",
                "whatsapp:+16505551234",
                "1-800-FLOWERS",
                "call 212 555 1234",
                "212 555 1234 or 212 555 9999",
                "212 555 1234 STOP",
                "212 555 1234 ext",
                "+1 212 555 1234 +1 212 555 1234",
                "1+2125551234",
                "++12125551234",
                "+0012125551234",
                "+01144207946095",
                "2125551234; DROP TABLE",
                "212\u0000555 1234",
                "<b>2125551234</b>",
                "12345678901234567890",
                "5",
            })
    void whatIsMoreOrLessThanANumberIsNone(String text) {
        assertThat(PhoneNumbers.parse(text, US)).isEqualTo(new Unparseable());
    }

    @ParameterizedTest
    @CsvSource({
        "020 7946 0958, GB, +442079460958",
        "00 1 212 555 1234, GB, +12125551234",
        "0044 20 7946 0958, US, +442079460958",
        "011 44 20 7946 0958, CA, +442079460958",
        "06 12 34 56 78, FR, +33612345678",
        "06 698 12345, IT, +390669812345",
        "0151 23456789, de, +4915123456789",
        "001 416 555 1234, CA, +14165551234",
        "+800 1234 5678, US, +80012345678",
    })
    void theRegionSaysWhatANationalNumberMeans(String text, String region, String e164) {
        assertThat(PhoneNumbers.parse(text, Optional.of(region))).isEqualTo(valid(e164));
    }

    @Test
    void withoutARegionOnlyAFullNumberIsRead() {
        assertThat(PhoneNumbers.parse("+44 20 7946 0958", Optional.empty()))
                .isEqualTo(valid("+442079460958"));
        assertThat(PhoneNumbers.parse("020 7946 0958", Optional.empty()))
                .isEqualTo(new Unparseable());
        assertThat(PhoneNumbers.parse("0044 20 7946 0958", Optional.empty()))
                .isEqualTo(new Unparseable());
        assertThat(PhoneNumbers.parse("020 7946 0958", Optional.of("XX")))
                .isEqualTo(new Unparseable());
    }

    @Test
    void aNumberThatCannotExistIsReadAndSaysSo() {
        assertThat(PhoneNumbers.parse("+1 212 555 12345", US))
                .isEqualTo(new Parsed(new PhoneNumber("+121255512345"), false));
        assertThat(PhoneNumbers.parse("+1 112 555 1234", US))
                .isInstanceOfSatisfying(Parsed.class, read -> assertThat(read.valid()).isFalse());
    }

    @Test
    void readingWhatWasReadChangesNothing() {
        Random random = new Random(11);
        List<String> regions =
                List.of("US", "GB", "DE", "IT", "MX", "BR", "AR", "RU", "CI", "SM", "AU");
        String characters = "+0123456789012345678901234567890123456789 -().x";
        int read = 0;
        for (int i = 0; i < 8_000; i++) {
            StringBuilder text = new StringBuilder(random.nextInt(4) == 0 ? "+" : "");
            int length = 5 + random.nextInt(14);
            for (int c = 0; c < length; c++) {
                text.append(characters.charAt(random.nextInt(characters.length())));
            }
            Reading reading =
                    PhoneNumbers.parse(
                            text.toString(),
                            Optional.of(regions.get(random.nextInt(regions.size()))));
            if (reading instanceof Parsed parsed) {
                read++;
                for (String region : List.of("US", "GB", "MX")) {
                    assertThat(PhoneNumbers.parse(parsed.number().e164(), Optional.of(region)))
                            .as(text.toString())
                            .isEqualTo(parsed);
                }
            }
        }
        assertThat(read).isGreaterThan(1_000);
    }

    @Test
    void noTextWhateverMakesItFail() {
        Random random = new Random(12);
        for (int i = 0; i < 30_000; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(80);
            for (int c = 0; c < length; c++) {
                text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
            }
            assertThat(PhoneNumbers.parse(text.toString(), US)).isNotNull();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "+1 (888) 555-0123, sms, +18885550123",
        "888-555-0123, sms, +18885550123",
        "+1 202 555 0144, whatsapp, +12025550144",
        "12345, sms, 12345",
        "' 262966 ', sms, 262966",
        "ADA, sms, ADA",
        "' Ada Plumb ', sms, Ada Plumb",
        "4PLUMBING, sms, 4PLUMBING",
    })
    void aSenderIsAFullNumberOrItself(String text, String channel, String expected) {
        Channel on = Channel.valueOf(channel.toUpperCase(java.util.Locale.ROOT));

        assertThat(PhoneNumbers.senderId(text, on, US)).isEqualTo(expected);
        assertThat(PhoneNumbers.senderId(expected, on, US)).isEqualTo(expected);
    }
}
