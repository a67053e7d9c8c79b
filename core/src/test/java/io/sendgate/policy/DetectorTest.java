package io.sendgate.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;

class DetectorTest {

    private static Optional<String> found(Detector detector, String text) {
        return detector.find(text).map(span -> text.substring(span.from(), span.to()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111 1111 1111 1111",
                "4111-1111-1111-1111",
                "4111111111111111",
                "3782 822463 10005",
                "5555.5555.5555.4444",
                "6011000990139424",
                "4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1",
                "４１１１ １１１１ １１１１ １１１１"
            })
    void aCardsNumberIsFoundHoweverItIsGrouped(String number) {
        assertThat(found(Detector.CARD_NUMBER, "Card " + number + ", thanks")).contains(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111 1111 1111 1112", "Call +1 512 555 0100 or +1 512 555 0199",
                        "Order 1234567890123456",
                "Tracking 9400111899223818423478", "Invoice 2026-1118-0042, due 2026-12-01",
                        "$4,111.11"
            })
    void whatOnlyLooksLikeACardIsNone(String text) {
        assertThat(found(Detector.CARD_NUMBER, text)).isEmpty();
    }

    @Test
    void aCardIsFoundBehindAnotherNumber() {
        assertThat(found(Detector.CARD_NUMBER, "512 555 0100 4111 1111 1111 1111"))
                .contains("4111 1111 1111 1111");
    }

    @Test
    void aSocialSecurityNumberIsFoundInItsThreeGroupsOrWhereItIsCalledSo() {
        assertThat(found(Detector.SSN, "it is 123-45-6789.")).contains("123-45-6789");
        assertThat(found(Detector.SSN, "123 45 6789")).contains("123 45 6789");
        assertThat(found(Detector.SSN, "SSN: 123456789")).contains("123456789");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "000-45-6789",
                "666-45-6789",
                "900-45-6789",
                "123-00-6789",
                "123-45-0000",
                "512-555-0100",
                "part 123456789",
                "1-123-45-6789"
            })
    void whatWasNeverIssuedIsNoSocialSecurityNumber(String text) {
        assertThat(found(Detector.SSN, text)).isEmpty();
    }

    @Test
    void anAccountNumberIsFoundByItsCheckDigits() {
        assertThat(found(Detector.IBAN, "to DE89 3704 0044 0532 0130 00 please"))
                .contains("DE89 3704 0044 0532 0130 00");
        assertThat(found(Detector.IBAN, "GB29NWBK60161331926819"))
                .contains("GB29NWBK60161331926819");
        assertThat(found(Detector.IBAN, "DE88 3704 0044 0532 0130 00")).isEmpty();
        assertThat(found(Detector.IBAN, "Model AC12 for 1234 Elm")).isEmpty();
    }

    @Test
    void anAnswersPrefixIsFoundAtTheBeginningOnly() {
        assertThat(found(Detector.REPLY_PREFIX, " RE: your account")).contains("RE:");
        assertThat(found(Detector.REPLY_PREFIX, "Fwd: offer")).contains("Fwd:");
        assertThat(found(Detector.REPLY_PREFIX, "About re: that")).isEmpty();
        assertThat(found(Detector.REPLY_PREFIX, "Re your visit")).isEmpty();
    }

    @Test
    void textsOfDigitsTakeNoMoreThanLinearTime() {
        String digits = "4 ".repeat(200_000);
        String accounts = "AB12".repeat(100_000);
        long began = System.nanoTime();

        assertThat(Detector.CARD_NUMBER.find(digits + "x")).isEmpty();
        assertThat(Detector.SSN.find(digits)).isEmpty();
        assertThat(Detector.IBAN.find(accounts)).isEmpty();
        assertThat(System.nanoTime() - began).isLessThan(5_000_000_000L);
    }
}
