package io.sendgate.inboundwebhook.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sendgate.aws.WebhookSettings;
import io.sendgate.consent.Intent;
import io.sendgate.consent.Scope;
import io.sendgate.contact.Channel;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.contact.ScopedId;
import io.sendgate.gate.InboundMessage;
import io.sendgate.gate.Receipt;
import io.sendgate.gate.ReceivePreference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;

class MetaTest {

    private static final ScopedId ID = new ScopedId("US.13491208655302741918");

    private static final PhoneNumber PERSON = new PhoneNumber("+15125550101");
    private static final String ESCAPED = "{\"t\":\"\\u00e4\\u00f6\\u00e5\"}";
    private static final String OF_ESCAPED =
            "5e240560a05cacc4be6d9f8311cca9d1c787918160f7c491e56d65ccb1cd8dc3";

    private final Meta meta = new Meta();

    private List<Heard> parse(Requests request) {
        return meta.parse(request.raw(), new Numbering("US"));
    }

    private boolean genuine(String secret, String body, String header) {
        Requests request = Requests.post("/").body(body).header("x-hub-signature-256", header);
        return meta.verify(request.raw(), Requests.settings("https://x.example", secret))
                instanceof Verdict.Genuine;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "TEST_APP_SECRET|test|0c61947b610d4f45e65f3d680e26027121ec2413e77598bcb6cfc6e0d9888221",
                "mysecret|{\"foo\":\"bar\"}"
                        + "|4864d2759938a15468b5df9ade20bf161da9b4f737ea61794142f3484236bda3"
            })
    void theSchemesVectorsAreGenuine(String secret, String body, String hex) {
        assertThat(genuine(secret, body, "sha256=" + hex)).isTrue();
        assertThat(genuine(secret, body, hex)).isFalse();
        assertThat(genuine(secret, body, "sha1=" + hex)).isFalse();
        assertThat(genuine(secret, body + " ", "sha256=" + hex)).isFalse();
    }

    @Test
    void lettersBeyondAsciiAreSignedEscapedHoweverTheyArrive() {
        assertThat(genuine("app_secret_test", ESCAPED, "sha256=" + OF_ESCAPED)).isTrue();
        String unescaped = "{\"t\":\"äöå\"}";
        assertThat(genuine("app_secret_test", unescaped, "sha256=" + OF_ESCAPED)).isTrue();
        assertThat(genuine("app_secret_test", "{\"t\":\"äöä\"}", "sha256=" + OF_ESCAPED)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hub.mode=subscribe&hub.challenge=1&hub.verify_token=wrong",
                "hub.mode=subscribe&hub.challenge=1&hub.verify_token=",
                "hub.mode=subscribe&hub.challenge=1",
                "hub.mode=unsubscribe&hub.challenge=1&hub.verify_token=verify-token-of-the-samples",
                "hub.mode=subscribe&hub.verify_token=verify-token-of-the-samples",
                "hub.mode=%zz",
                ""
            })
    void anyOtherVerificationIsForged(String query) {
        Requests request = Requests.get("/").query(query);
        WebhookSettings settings = Samples.settings("meta");
        assertThat(meta.verify(request.raw(), settings)).isInstanceOf(Verdict.Forged.class);
    }

    @Test
    void withoutAVerifyTokenNothingIsVerified() {
        Requests request = Samples.request("meta-verification");
        WebhookSettings none = Requests.settings("https://x.example", "secret");
        assertThat(meta.verify(request.raw(), none)).isInstanceOf(Verdict.Forged.class);
    }

    @Test
    void aTextHasItsSignedTime() {
        assertThat(parse(Samples.request("meta-stop")))
                .containsExactly(
                        new Heard.SamePerson(ID, PERSON),
                        new Heard.Message(
                                new InboundMessage(
                                        "meta",
                                        "wamid.0001",
                                        PERSON,
                                        "+12025550144",
                                        Channel.WHATSAPP,
                                        Optional.of("STOP"),
                                        Optional.of(Samples.SENT.minusSeconds(2)),
                                        Optional.empty(),
                                        false,
                                        false)));
    }

    @Test
    void theOptOutButtonIsAnOptOut() {
        Heard heard = parse(Samples.request("meta-button")).getFirst();
        InboundMessage message = ((Heard.Message) heard).message();
        assertThat(message.heard()).contains(Intent.OPT_OUT);
        assertThat(message.text()).contains("Stop promotions");
    }

    @Test
    void onePartThatCannotBeUsedSpoilsNoOther() {
        List<Heard> heard = parse(Samples.request("meta-batch"));
        assertThat(heard)
                .extracting(one -> one.getClass().getSimpleName())
                .containsExactly(
                        "SamePerson",
                        "Message",
                        "Message",
                        "Ignored",
                        "SamePerson",
                        "Message",
                        "Ignored");
        assertThat(heard.get(3)).isEqualTo(Heard.Ignored.INCOMPLETE);
        assertThat(heard.get(6)).isEqualTo(Heard.Ignored.OTHER_EVENT);
    }

    @Test
    void whoHasNoNumberIsNamedByTheirId() {
        Heard said = parse(Samples.request("meta-id-only-stop")).getFirst();
        Heard chose = parse(Samples.request("meta-id-only-preference")).getFirst();
        Heard got = parse(Samples.request("meta-id-only-status")).getFirst();

        assertThat(((Heard.Message) said).message().from()).isEqualTo(ID);
        assertThat(((Heard.Preference) chose).preference().from()).isEqualTo(ID);
        assertThat(((Heard.Delivery) got).receipt().to()).isEqualTo(ID);
    }

    @Test
    void statusesBecomeReceipts() {
        assertThat(parse(Samples.request("meta-statuses")))
                .containsExactly(
                        new Heard.Delivery(
                                new Receipt(
                                        "meta",
                                        "wamid.out1",
                                        PERSON,
                                        "delivered",
                                        false,
                                        false,
                                        Optional.empty(),
                                        Optional.of("auth_0123456789ABCDEFGHJKMNPQRSTVWXYZ"))),
                        new Heard.Delivery(
                                new Receipt(
                                        "meta",
                                        "wamid.out2",
                                        PERSON,
                                        "failed",
                                        true,
                                        true,
                                        Optional.of("131050"),
                                        Optional.empty())));
    }

    @Test
    void aChoiceIsAboutMarketing() {
        Heard heard = parse(Samples.request("meta-preference-stop")).getFirst();
        ReceivePreference.Preference choice = ((Heard.Preference) heard).preference();
        assertThat(choice.out()).isTrue();
        assertThat(choice.scope()).contains(Scope.MARKETING);
        assertThat(choice.at()).contains(Samples.SENT.minusSeconds(60));
    }

    @Test
    void pressedRepliesAndCaptionsAreTexts() {
        String template =
                "{\"entry\":[{\"changes\":[{\"field\":\"messages\",\"value\":{\"messages\":["
                        + "{\"id\":\"1\",\"from\":\"15125550101\",\"type\":\"interactive\","
                        + "\"interactive\":{\"button_reply\":{\"id\":\"x\",\"title\":\"One\"}}},"
                        + "{\"id\":\"2\",\"from\":\"15125550101\",\"type\":\"interactive\","
                        + "\"interactive\":{\"list_reply\":{\"id\":\"x\",\"title\":\"Two\"}}},"
                        + "{\"id\":\"3\",\"from\":\"15125550101\",\"type\":\"image\","
                        + "\"image\":{\"caption\":\"Three\"}},"
                        + "{\"id\":\"4\",\"from\":\"15125550101\",\"type\":\"audio\"}]}}]}]}";
        assertThat(parse(Requests.post("/").body(template)))
                .extracting(heard -> ((Heard.Message) heard).message().text().orElse("-"))
                .containsExactly("One", "Two", "Three", "-");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "{\"entry\":{}}", "{"})
    void anythingElseIsMalformed(String body) {
        assertThatThrownBy(() -> parse(Requests.post("/").body(body)))
                .isInstanceOf(MalformedPayload.class);
    }
}
