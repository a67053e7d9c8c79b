package io.sendgate.inboundwebhook.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sendgate.contact.Channel;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.contact.ScopedId;
import io.sendgate.gate.InboundMessage;
import io.sendgate.gate.Receipt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

class VonageTest {

    private static final PhoneNumber PERSON = new PhoneNumber("+15125550101");
    private static final String SECRET = "a secret of thirty-two characters";
    private static final long NOW = 1_795_284_000;
    private static final String BODY = "{\"message_uuid\":\"1\",\"channel\":\"sms\"}";
    private static final String HASH = Signatures.hex(Signatures.sha256(Signatures.utf8(BODY)));

    private final Vonage vonage = new Vonage();

    private List<Heard> parse(Requests request) {
        return vonage.parse(request.raw(), new Numbering("US"));
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Signatures.utf8(json));
    }

    private static String token(String header, String claims) {
        String signed = encoded(header) + "." + encoded(claims);
        byte[] mac =
                Signatures.hmac(
                        Signatures.SHA256, Signatures.utf8(SECRET), Signatures.utf8(signed));
        return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
    }

    private static String claims(String issuer, long issued, String hash) {
        return "{\"iss\":\"%s\",\"iat\":%d,\"payload_hash\":\"%s\"}"
                .formatted(issuer, issued, hash);
    }

    private Verdict verdict(String authorization) {
        Requests request =
                Requests.post("/").at(NOW).body(BODY).header("authorization", authorization);
        return vonage.verify(request.raw(), Requests.settings("https://x.example", "new", SECRET));
    }

    @ParameterizedTest
    @CsvSource({
        "XsA09z2MhUxYcdbXaUX3aTT7TzGmnCLfkdILf0NIyC9hN9criTEUdlI3OZ5hRjR,"
                + "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9."
                + "eyJzdWIiOiJTaW5hIiwibmFtZSI6IkphdmFfU0RLIiwiaWF0IjoxNjk4NjgwMzkyfQ.,"
                + "4qJpi46NSYURiLI1xoLIfGRygA8IUI2QSG9P2Kus1Oo",
        "0c15c425fe48dd59dab5fb3eea57d528f405a71d78ae4998deacab4deeb02ca5,"
                + "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9."
                + "eyJzdWIiOiJhZG1pbiIsIm5hbWUiOiJTaW5hIiwiaWF0IjoxNjk4MjU4NjY3fQ.,"
                + "ZVSrJeaES6iaBOwd6vMk93my2gq1uCwDi3c7aCIMqa0"
    })
    void theSdksTokensAreSignedBySecret(String secret, String signed, String signature) {
        List<String> algorithms = List.of("HS256");
        Jwt token = Jwt.parse(signed + signature).orElseThrow();
        assertThat(token.isSigned(List.of(secret), algorithms)).isTrue();
        assertThat(token.isSigned(List.of("another"), algorithms)).isFalse();
        assertThat(token.isSigned(List.of(secret), List.of("HS384"))).isFalse();
        Jwt other = Jwt.parse(signed + "XsaXHXqxe2kfIbPy-JH2J6hfbHnEv8jdWsOhEuvzU98").orElseThrow();
        assertThat(other.isSigned(List.of(secret), algorithms)).isFalse();
    }

    @Test
    void aTokenOfThisBodyAndOfNowIsGenuine() {
        String good = claims("Vonage", NOW, HASH);
        assertThat(verdict("Bearer " + token("{\"alg\":\"HS256\"}", good)))
                .isInstanceOf(Verdict.Genuine.class);
        assertThat(verdict("bearer " + token("{\"alg\":\"HS256\"}", good)))
                .isInstanceOf(Verdict.Genuine.class);
        assertThat(verdict("Basic " + token("{\"alg\":\"HS256\"}", good)))
                .isInstanceOf(Verdict.Forged.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "RS256", "HS384", "HS512", ""})
    void anotherAlgorithmIsForged(String algorithm) {
        String header = "{\"alg\":\"" + algorithm + "\"}";
        assertThat(verdict("Bearer " + token(header, claims("Vonage", NOW, HASH))))
                .isInstanceOf(Verdict.Forged.class);
    }

    @Test
    void aTokenOfAnotherBodyIssuerOrTimeIsForged() {
        List<String> wrong =
                List.of(
                        claims("Vonage", NOW, HASH.replace('0', '1')),
                        claims("Vonage", NOW, ""),
                        claims("Nexmo", NOW, HASH),
                        claims("Vonage", NOW - 301, HASH),
                        claims("Vonage", NOW + 301, HASH),
                        "{\"iss\":\"Vonage\",\"payload_hash\":\"" + HASH + "\"}",
                        "{\"iss\":\"Vonage\",\"iat\":" + NOW + "}",
                        "[]");
        assertThat(wrong)
                .map(claims -> verdict("Bearer " + token("{\"alg\":\"HS256\"}", claims)))
                .allMatch(Verdict.Forged.class::isInstance);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer ", "Bearer a.b", "Bearer a.b.c", "Bearer ...", ""})
    void whatIsNoTokenIsForged(String authorization) {
        assertThat(verdict(authorization)).isInstanceOf(Verdict.Forged.class);
    }

    @Test
    void withoutATokenItIsToBeSentAgain() {
        Requests request = Samples.request("vonage-stop").without("authorization");
        assertThat(vonage.verify(request.raw(), Samples.settings("vonage")))
                .isInstanceOf(Verdict.Unsigned.class);
    }

    @Test
    void aTextHasItsSignedTime() {
        assertThat(parse(Samples.request("vonage-stop")))
                .containsExactly(
                        new Heard.Message(
                                new InboundMessage(
                                        "vonage",
                                        "aaaaaaaa-bbbb-4ccc-8ddd-000000000001",
                                        PERSON,
                                        "+18885550123",
                                        Channel.SMS,
                                        Optional.of("STOP"),
                                        Optional.of(Instant.parse("2026-11-21T17:59:58Z")),
                                        Optional.empty(),
                                        false,
                                        false)));
    }

    @Test
    void aPressedButtonIsAText() {
        Heard heard = parse(Samples.request("vonage-whatsapp-button")).getFirst();
        InboundMessage message = ((Heard.Message) heard).message();
        assertThat(message.channel()).isEqualTo(Channel.WHATSAPP);
        assertThat(message.text()).contains("Más información");
    }

    @Test
    void aRejectionForAnOptOutIsAnOptOut() {
        assertThat(parse(Samples.request("vonage-status")))
                .containsExactly(
                        new Heard.Delivery(
                                new Receipt(
                                        "vonage",
                                        "aaaaaaaa-bbbb-4ccc-8ddd-000000000003",
                                        PERSON,
                                        "rejected",
                                        true,
                                        true,
                                        Optional.of("9"),
                                        Optional.of("auth_0123456789ABCDEFGHJKMNPQRSTVWXYZ"))));
    }

    @Test
    void otherChannelsAndPeopleWithoutNumberAreIgnored() {
        assertThat(parse(Requests.post("/").body("{\"message_uuid\":\"1\",\"channel\":\"viber\"}")))
                .containsExactly(Heard.Ignored.OTHER_CHANNEL);
        assertThat(parse(Requests.post("/").body(BODY))).containsExactly(Heard.Ignored.NO_NUMBER);
    }

    @Test
    void whoWritesWithoutANumberIsNamedByTheirId() {
        String id = "\"whatsapp\":{\"sender\":{\"user_id\":\"US.1\"}}";
        String event = "{\"message_uuid\":\"1\",\"channel\":\"whatsapp\"," + id;

        Heard alone = parse(Requests.post("/").body(event + "}")).getFirst();
        List<Heard> both = parse(Requests.post("/").body(event + ",\"from\":\"15125550101\"}"));

        assertThat(((Heard.Message) alone).message().from()).isEqualTo(new ScopedId("US.1"));
        assertThat(both.getFirst()).isEqualTo(new Heard.SamePerson(new ScopedId("US.1"), PERSON));
        assertThat(((Heard.Message) both.getLast()).message().from()).isEqualTo(PERSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "{\"message_uuid\":{}}"})
    void anythingElseIsMalformed(String body) {
        assertThatThrownBy(() -> parse(Requests.post("/").body(body)))
                .isInstanceOf(MalformedPayload.class);
    }
}
