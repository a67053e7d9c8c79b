package io.sendgate.inboundwebhook.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sendgate.contact.Channel;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.gate.InboundMessage;
import io.sendgate.gate.Receipt;
import io.sendgate.gate.ReceivePreference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

class SinchTest {

    private static final PhoneNumber PERSON = new PhoneNumber("+15125550101");
    private static final String AUTHORIZATION = "auth_0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final Sinch sinch = new Sinch();

    private boolean genuine(String secret, Requests request) {
        return sinch.verify(request.raw(), Requests.settings("https://x.example", secret))
                instanceof Verdict.Genuine;
    }

    private List<Heard> parse(Requests request) {
        return sinch.parse(request.raw(), new Numbering("US"));
    }

    private static Requests signed(String nonce, String timestamp, String signature, String body) {
        return Requests.post("/")
                .body(body)
                .header("x-sinch-webhook-signature", signature)
                .header("x-sinch-webhook-signature-nonce", nonce)
                .header("x-sinch-webhook-signature-timestamp", timestamp);
    }

    @Test
    void theVectorOfTheSmsApiIsGenuine() {
        Requests request =
                signed(
                        "01JHFFHWYY7HSS4FWTMDTQEK8V",
                        "1736760161",
                        "ZoHei66PPN/kZjw7hFVfGhJOnml3iGNCMWoyQVcE5o0=",
                        "{\"at\":\"2025-01-13T09:22:40.914Z\","
                                + "\"batch_id\":\"01JHFFHQ0P99JPPNQPJDV7JTBP\","
                                + "\"client_reference\":\"a client reference\",\"code\":0,"
                                + "\"operator_status_at\":\"2025-01-13T09:22:00Z\","
                                + "\"recipient\":\"33662162466\",\"status\":\"Delivered\","
                                + "\"type\":\"recipient_delivery_report_sms\"}");
        assertThat(genuine("SMSWebhooksSecret", request)).isTrue();
        assertThat(genuine("another", request)).isFalse();
        String algorithm = "x-sinch-webhook-signature-algorithm";
        assertThat(genuine("SMSWebhooksSecret", request.header(algorithm, "HmacSHA256"))).isTrue();
        assertThat(genuine("SMSWebhooksSecret", request.header(algorithm, "HmacMD5"))).isFalse();
    }

    @Test
    void theVectorOfTheConversationApiIsGenuine() {
        Requests request =
                signed(
                        "01FJA8B4A7BM43YGWSG9GBV067",
                        "1634579353",
                        "6bpJoRmFoXVjfJIVglMoJzYXxnoxRujzR4k2GOXewOE=",
                        "{\"app_id\":\"\",\"accepted_time\":\"2021-10-18T17:49:13.813615Z\","
                            + "\"project_id\":\"e2df3a34-a71b-4448-9db5-a8d2baad28e4\","
                            + "\"contact_create_notification\":{\"contact\":"
                            + "{\"id\":\"01FJA8B466Y0R2GNXD78MD9SM1\",\"channel_identities\":"
                            + "[{\"channel\":\"SMS\",\"identity\":\"48123456789\",\"app_id\":\"\"}],\"display_name\":\"New"
                            + " Test Contact\","
                            + "\"email\":\"new.contact@email.com\",\"external_id\":\"\","
                            + "\"metadata\":\"\",\"language\":\"EN_US\"}},\"message_metadata\":\"\"}");
        assertThat(genuine("foo_secret1234", request)).isTrue();
        assertThat(parse(request)).containsExactly(Heard.Ignored.OTHER_EVENT);
    }

    @Test
    void aTextHasItsSignedTime() {
        assertThat(parse(Samples.request("sinch-sms-stop")))
                .containsExactly(
                        new Heard.Message(
                                new InboundMessage(
                                        "sinch",
                                        "01XXXXX21XXXXX119Z8P1XX001",
                                        PERSON,
                                        "+18885550123",
                                        Channel.SMS,
                                        Optional.of("STOP"),
                                        Optional.of(Instant.parse("2026-11-21T17:59:58.429Z")),
                                        Optional.empty(),
                                        false,
                                        false)));
    }

    @Test
    void aReportThatNamesAnOptOutIsOne() {
        assertThat(parse(Samples.request("sinch-sms-report")))
                .containsExactly(
                        new Heard.Delivery(
                                new Receipt(
                                        "sinch",
                                        "01JHFFHQ0P99JPPNQPJDV00002",
                                        PERSON,
                                        "rejected",
                                        true,
                                        true,
                                        Optional.of("257"),
                                        Optional.of(AUTHORIZATION))));
    }

    @Test
    void aReportOnABatchIsAReceiptForEachOfItsRecipients() {
        List<Heard> heard = parse(Samples.request("sinch-sms-summary"));
        assertThat(heard).hasSize(3);
        assertThat(heard.subList(0, 2))
                .extracting(one -> ((Heard.Delivery) one).receipt().status())
                .containsOnly("delivered");
        assertThat(heard.get(2)).isEqualTo(Heard.Ignored.NO_NUMBER);
    }

    @Test
    void aConversationsMessageIsHeardOnItsChannel() {
        Heard heard = parse(Samples.request("sinch-conversation-message")).getFirst();
        InboundMessage message = ((Heard.Message) heard).message();
        assertThat(message.channel()).isEqualTo(Channel.WHATSAPP);
        assertThat(message.from()).isEqualTo(PERSON);
        assertThat(message.to()).isEqualTo("+12025550144");
        assertThat(message.text()).contains("¿Mañana?");
    }

    @Test
    void anOptOutIsAChoice() {
        assertThat(parse(Samples.request("sinch-conversation-opt-out")))
                .containsExactly(
                        new Heard.Preference(
                                new ReceivePreference.Preference(
                                        "sinch",
                                        "01FJA8B4A7BM43YGWSG9GBV005",
                                        PERSON,
                                        Channel.SMS,
                                        true,
                                        Optional.empty(),
                                        Optional.of(Instant.parse("2026-11-21T17:59:58Z")))));
    }

    @Test
    void onlyAnOptInThatSucceededIsOne() {
        String template =
                "{\"opt_in_notification\":{\"request_id\":\"1\",\"channel\":\"SMS\","
                        + "\"identity\":\"15125550101\",\"status\":\"%s\"}}";
        assertThat(parse(Requests.post("/").body(template.formatted("OPT_IN_FAILED"))))
                .containsExactly(Heard.Ignored.OTHER_EVENT);
        Heard heard =
                parse(Requests.post("/").body(template.formatted("OPT_IN_SUCCEEDED"))).getFirst();
        assertThat(((Heard.Preference) heard).preference().out()).isFalse();
    }

    @Test
    void aConversationsReportNamesTheChannelsCode() {
        Heard heard = parse(Samples.request("sinch-conversation-report")).getFirst();
        Receipt receipt = ((Heard.Delivery) heard).receipt();
        assertThat(receipt.failed()).isTrue();
        assertThat(receipt.optOut()).isTrue();
        assertThat(receipt.authorization()).contains(AUTHORIZATION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"type\":\"mo_text\"}",
                "{\"message\":{\"id\":\"\"}}",
                "{\"type\":{}}"
            })
    void anythingElseIsMalformed(String body) {
        assertThatThrownBy(() -> parse(Requests.post("/").body(body)))
                .isInstanceOf(MalformedPayload.class);
    }
}
