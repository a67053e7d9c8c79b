package io.sendgate.inboundwebhook.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

import java.time.Instant;
import java.util.List;
import java.util.Optional;

class BirdTest {

    private static final PhoneNumber PERSON = new PhoneNumber("+15125550101");
    private static final String AUTHORIZATION = "auth_0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final Instant WRITTEN = Instant.parse("2026-11-21T17:59:58Z");
    private static final String TOKEN_KEY =
            "36efdd1aace2e26cd490f0d951138253bef2f7c6d34d18981da781555cc4cebb";
    private static final Instant TOKEN_TIME = Instant.parse("2021-07-05T10:00:00Z");
    private static final String TOKEN =
            "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9."
                + "eyJpc3MiOiJNZXNzYWdlQmlyZCIsIm5iZiI6MTYyNTQ3OTIwMCwiZXhwIjoxNjI1NDc5MjYwLCJqdGkiOiI"
                + "5M2U1NTAwNi1hMGU4LTQ1MjYtYTE5MC1mYTVmZjAwZWExMTYiLCJ1cmxfaGFzaCI6IjQxZjA1ZjBkZGQwYT"
                + "IyYWIyMDlhYzQ2ZjQ3YzQ1NzJkOWNlZmEyNTdlZDc0YjI0MDA0YmFlNzUzZWNlNmMyNjAiLCJwYXlsb2FkX"
                + "2hhc2giOiJkZmZkNjAyMWJiMmJkNWIwYWY2NzYyOTA4MDllYzNhNTMxOTFkZDgxYzdmNzBhNGIyODY4OGEz"
                + "NjIxODI5ODZmIn0._H--TOuYFLpeEH39-rg5E3IHVkjHozBcaKVWPRC5m9I";

    private final Bird bird = new Bird();

    private boolean genuine(String publicUrl, String secret, Requests request) {
        return bird.verify(request.raw(), Requests.settings(publicUrl, secret))
                instanceof Verdict.Genuine;
    }

    private Heard parse(Requests request) {
        return bird.parse(request.raw(), new Numbering("US")).getFirst();
    }

    @Test
    void aRealRequestOfTheFirstGenerationIsGenuine() {
        Requests request =
                Requests.get("/")
                        .query(
                                "id=57db52e04e2f4001b555f79813a0f503&mccmnc=20409&ported=0"
                                        + "&recipient=31667788880&reference=curl&status=delivered"
                                        + "&statusDatetime=2019-01-09T12%3A23%3A23%2B00%3A00")
                        .at(1_547_036_603)
                        .header("messagebird-request-timestamp", "1547036603")
                        .header(
                                "messagebird-signature",
                                "5Jha9Yyhwgc1nTsgJ9WyzeHilsuUumydICdf4LuIZE8=");
        String key = "Wb3N9gKeFf8ZoCzlOb5lJSic7bHLUcSu";
        assertThat(genuine("https://x.example", key, request)).isTrue();
        assertThat(genuine("https://x.example", key, request.query("id=1"))).isFalse();
        assertThat(genuine("https://x.example", key, request.at(1_547_036_904))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0,true", "-5,true", "-6,false", "64,true", "65,false"})
    void aTokenCoversTheMinute(long seconds, boolean genuine) {
        Requests request = token().at(TOKEN_TIME.plusSeconds(seconds));
        assertThat(genuine("https://example.com", TOKEN_KEY, request)).isEqualTo(genuine);
    }

    private static Requests token() {
        return Requests.post("/path")
                .query("bar=1&foo=2")
                .body("Hello, World!")
                .at(TOKEN_TIME)
                .header("messagebird-signature-jwt", TOKEN);
    }

    @Test
    void aTokenCoversTheUrlAndTheBody() {
        String url = "https://example.com";
        assertThat(genuine(url, TOKEN_KEY, token())).isTrue();
        assertThat(genuine(url, "another", token())).isFalse();
        assertThat(genuine(url, TOKEN_KEY, token().body("Hello, World?"))).isFalse();
        assertThat(genuine(url, TOKEN_KEY, token().body(""))).isFalse();
        assertThat(genuine(url, TOKEN_KEY, token().query("bar=1&foo=3"))).isFalse();
        assertThat(genuine("https://example.org", TOKEN_KEY, token())).isFalse();
        Requests mangled = token().header("messagebird-signature-jwt", "x.y.z");
        assertThat(genuine(url, TOKEN_KEY, mangled)).isFalse();
    }

    @Test
    void theChannelsVectorIsGenuine() {
        Requests request =
                Requests.post("/webhook/bird")
                        .body("{\"a\":1}")
                        .at(1_719_823_259)
                        .header("messagebird-request-timestamp", "1719823259")
                        .header(
                                "messagebird-signature",
                                "BtGuEJvE+dMaWwkK10lsJsiyKD/r1YhjFSyEFQyORoY=");
        String url = "https://domain.com/webhook/bird";
        assertThat(genuine(url, "secureSigningKey", request)).isTrue();
        assertThat(genuine("https://domain.com", "secureSigningKey", request)).isTrue();
        assertThat(genuine("https://domain.org", "secureSigningKey", request)).isFalse();
    }

    @Test
    void theVectorOfStandardWebhooksIsGenuine() {
        String signature = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
        Requests request =
                Requests.post("/")
                        .body("{\"test\": 2432232314}")
                        .at(1_614_265_330)
                        .header("webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek")
                        .header("webhook-timestamp", "1614265330")
                        .header("webhook-signature", "v1,AAAA v2,BBBB " + signature);
        String secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
        assertThat(genuine("https://x.example", secret, request)).isTrue();
        assertThat(genuine("https://x.example", "whsec_", request)).isFalse();
        assertThat(genuine("https://x.example", "whsec_AAAA", request)).isFalse();
        assertThat(genuine("https://x.example", secret, request.without("webhook-id"))).isFalse();
        assertThat(genuine("https://x.example", secret, request.at(1_614_265_631))).isFalse();
    }

    @Test
    void aMessageIsHeardInEveryGeneration() {
        assertThat(parse(Samples.request("bird-legacy-message")))
                .isEqualTo(stop("57db52e04e2f4001b555f79813a0f504", WRITTEN));
        assertThat(parse(Samples.request("bird-channels-inbound")))
                .isEqualTo(stop("7a76afeb-0000-4000-8000-000000000001", WRITTEN.plusMillis(321)));
        assertThat(parse(Samples.request("bird-platform-received")))
                .isEqualTo(stop("sms_4kT01Lq2m0001", WRITTEN));
    }

    private static Heard stop(String id, Instant at) {
        return new Heard.Message(
                new InboundMessage(
                        "bird",
                        id,
                        PERSON,
                        "+18885550123",
                        Channel.SMS,
                        Optional.of("STOP"),
                        Optional.of(at),
                        Optional.empty(),
                        false,
                        false));
    }

    @Test
    void aReceiptIsReadInEveryGeneration() {
        List<Receipt> receipts =
                List.of(
                        receipt("57db52e04e2f4001b555f79813a0f503", "delivered", AUTHORIZATION),
                        receipt(
                                "7a76afeb-0000-4000-8000-000000000002",
                                "delivery_failed",
                                AUTHORIZATION),
                        receipt("sms_4kT01Lq2m0003", "undelivered", ""));
        assertThat(
                        List.of(
                                "bird-legacy-status",
                                "bird-channels-outbound",
                                "bird-platform-undelivered"))
                .map(sample -> ((Heard.Delivery) parse(Samples.request(sample))).receipt())
                .isEqualTo(receipts);
    }

    private static Receipt receipt(String id, String status, String authorization) {
        return new Receipt(
                "bird",
                id,
                PERSON,
                status,
                !status.equals("delivered"),
                false,
                Optional.empty(),
                Optional.of(authorization).filter(text -> !text.isEmpty()));
    }

    @Test
    void anOptOutOfThePlatformIsAChoice() {
        assertThat(parse(Samples.request("bird-platform-opted-out")))
                .isEqualTo(
                        new Heard.Preference(
                                new ReceivePreference.Preference(
                                        "bird",
                                        "evt_00000000000000000002",
                                        PERSON,
                                        Channel.SMS,
                                        true,
                                        Optional.empty(),
                                        Optional.of(WRITTEN))));
    }

    @Test
    void aStatusReasonMayBeAnOptOut() {
        Requests request =
                Requests.get("/")
                        .query(
                                "id=1&recipient=15125550101&status=delivery_failed"
                                        + "&statusReason=opted+out&statusErrorCode=103");
        assertThat(((Heard.Delivery) parse(request)).receipt().optOut()).isTrue();
    }

    @Test
    void whoWritesWithoutANumberIsNamedByTheirId() {
        String body =
                "{\"event\":\"whatsapp.inbound\",\"payload\":{\"id\":\"1\",\"meta\":"
                        + "{\"extraInformation\":{\"whatsappbsuid\":\"US.1\"}}}}";
        Heard heard = parse(Requests.post("/").body(body));
        assertThat(((Heard.Message) heard).message().from()).isEqualTo(new ScopedId("US.1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x=1",
                "id=1",
                "[]",
                "{}",
                "{\"payload\":{}}",
                "{\"type\":\"sms.received\"}",
                "{"
            })
    void anythingElseIsMalformed(String body) {
        assertThatThrownBy(() -> parse(Requests.post("/").body(body)))
                .isInstanceOf(MalformedPayload.class);
    }
}
