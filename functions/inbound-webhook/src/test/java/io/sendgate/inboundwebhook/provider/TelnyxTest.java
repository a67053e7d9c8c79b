package io.sendgate.inboundwebhook.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sendgate.consent.Intent;
import io.sendgate.contact.Channel;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.gate.InboundMessage;
import io.sendgate.gate.Receipt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

class TelnyxTest {

    private static final PhoneNumber PERSON = new PhoneNumber("+15125550101");
    private static final String KEY = "PUAXw+hDiVqStwqnTRt+vJyYLM8uxJaMwM1V8Sr0Zgw=";
    private static final String SIGNATURE =
            "yU0t0VLpuXlJuX2zUtHfY9Pwfkz+XTEP7Tn5qQB+Oj2eWLYW8iS1DvQYOr7vQOx8bT5upU274RSBTKoVnqvACg==";
    private static final Requests VECTOR =
            Requests.post("/")
                    .at(1_700_000_000)
                    .body(
                            "{\"data\":{\"event_type\":\"message.received\","
                                    + "\"id\":\"b301ed3f-1490-491f-995f-6e64e69674d4\","
                                    + "\"payload\":{\"text\":\"STOP\"}}}")
                    .header("telnyx-timestamp", "1700000000")
                    .header("telnyx-signature-ed25519", SIGNATURE);

    private final Telnyx telnyx = new Telnyx();

    private boolean genuine(Requests request, String... keys) {
        return telnyx.verify(request.raw(), Requests.settings("https://x.example", keys))
                instanceof Verdict.Genuine;
    }

    private List<Heard> parse(Requests request) {
        return telnyx.parse(request.raw(), new Numbering("US"));
    }

    @Test
    void theVectorIsGenuineUnderEveryLiveKey() {
        assertThat(genuine(VECTOR, KEY)).isTrue();
        assertThat(genuine(VECTOR, "", "no key", "AAAA", KEY)).isTrue();
        assertThat(genuine(VECTOR, "", "no key", "AAAA")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"-300,true", "300,true", "-301,false", "301,false", "-400,false", "400,false"})
    void aTimeMoreThanFiveMinutesAwayIsForged(long seconds, boolean genuine) {
        assertThat(genuine(VECTOR.at(1_700_000_000 + seconds), KEY)).isEqualTo(genuine);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "invalid_signature", "yU0t0VLpuXlJuX2zUtHfY9Pwfkz"})
    void whatIsNoSignatureIsForged(String signature) {
        assertThat(genuine(VECTOR.header("telnyx-signature-ed25519", signature), KEY)).isFalse();
    }

    @Test
    void aMissingHeaderOrARubbishTimeIsForged() {
        assertThat(genuine(VECTOR.without("telnyx-signature-ed25519"), KEY)).isFalse();
        assertThat(genuine(VECTOR.without("telnyx-timestamp"), KEY)).isFalse();
        assertThat(genuine(VECTOR.header("telnyx-timestamp", "invalid_timestamp"), KEY)).isFalse();
    }

    @Test
    void whereTelnyxNamesAKeywordItHasRepliedItself() {
        assertThat(parse(Samples.request("telnyx-stop")))
                .containsExactly(
                        new Heard.Message(
                                new InboundMessage(
                                        "telnyx",
                                        "84cca175-9755-4859-b67f-000000000001",
                                        PERSON,
                                        "+18885550123",
                                        Channel.SMS,
                                        Optional.of("STOP"),
                                        Optional.of(Instant.parse("2026-11-21T17:59:59.503Z")),
                                        Optional.of(Intent.OPT_OUT),
                                        true,
                                        false)));
    }

    @Test
    void anOrdinaryMessageIsUnanswered() {
        Heard heard = parse(Samples.request("telnyx-message")).getFirst();
        InboundMessage message = ((Heard.Message) heard).message();
        assertThat(message.heard()).isEmpty();
        assertThat(message.answered()).isFalse();
    }

    @Test
    void everyRecipientHasAReceipt() {
        Optional<String> authorization = Optional.of("auth_0123456789ABCDEFGHJKMNPQRSTVWXYZ");
        String id = "84cca175-9755-4859-b67f-000000000003";
        assertThat(parse(Samples.request("telnyx-finalized")))
                .containsExactly(
                        new Heard.Delivery(
                                new Receipt(
                                        "telnyx",
                                        id,
                                        PERSON,
                                        "sending_failed",
                                        true,
                                        true,
                                        Optional.of("40300"),
                                        authorization)),
                        new Heard.Delivery(
                                new Receipt(
                                        "telnyx",
                                        id,
                                        new PhoneNumber("+15125550102"),
                                        "delivered",
                                        false,
                                        false,
                                        Optional.empty(),
                                        authorization)));
    }

    @Test
    void otherEventsAreIgnored() {
        assertThat(parse(Requests.post("/").body("{\"data\":{\"event_type\":\"call.answered\"}}")))
                .containsExactly(Heard.Ignored.OTHER_EVENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"data\":[]}",
                "{\"data\":{\"event_type\":\"message.received\"}}",
                "{\"data\":{\"event_type\":\"message.finalized\"}}"
            })
    void anythingElseIsMalformed(String body) {
        assertThatThrownBy(() -> parse(Requests.post("/").body(body)))
                .isInstanceOf(MalformedPayload.class);
    }
}
