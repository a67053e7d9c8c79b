package io.sendgate.inboundwebhook.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sendgate.consent.Intent;
import io.sendgate.contact.Channel;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.gate.InboundMessage;
import io.sendgate.gate.Receipt;
import io.sendgate.gate.ReceiveMessage;
import io.sendgate.gate.Replies;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;

class PlivoTest {

    private static final PhoneNumber PERSON = new PhoneNumber("+15125550101");
    private static final String V3_TOKEN = "Y2Q2ZDgxZmY5YWRiOTI5YmQ1Njg0MTAxZWIyOTc4";
    private static final String V3_HOST = "https://plivobin.non-prod.plivops.com";
    private static final String V3_PATH = "/api/v1/validate_signature03.xml";
    private static final String UUID = "3e82ae9d-2c78-4d85-b1a4-6eae7dbafb36";
    private static final String V3_FORM =
            "Direction=outbound&From=19792014278&CallStatus=in-progress&BillRate=0.002"
                + "&ParentAuthID=MANWVLYTK4ZWU1YTY4QA&Event=StartApp"
                + "&To=sip%3APlivoSignature382029104058171078704104%40phone-qa.voice.plivodev.com"
                + "&SIP-H-To=%3Csip%3APlivoSignature382029104058171078704104%4052.9.11.55%3B"
                + "transport%3Dudp%3E%3Btag%3D1&SessionStart=2020-04-08+11%3A34%3A33.238707"
                + "&ALegUUID="
                    + UUID
                    + "&ALegRequestUUID="
                    + UUID
                    + "&CallUUID="
                    + UUID
                    + "&RequestUUID="
                    + UUID;

    private final Plivo plivo = new Plivo();

    private boolean genuine(String publicUrl, String token, Requests request) {
        return plivo.verify(request.raw(), Requests.settings(publicUrl, token))
                instanceof Verdict.Genuine;
    }

    private Heard parse(Requests request) {
        return plivo.parse(request.raw(), new Numbering("US")).getFirst();
    }

    @ParameterizedTest
    @CsvSource({
        "https://answer.url,/,do1CXv+k99A6+B+eTcyqbxWlezFIxJ/1vz72787r37g=",
        "https://answer.url,/a,ikRG317XkEsSVY3ANJkL03lVc1hLCwL5+grnlQco8LE=",
        "https://answer.url/a,/elsewhere,ikRG317XkEsSVY3ANJkL03lVc1hLCwL5+grnlQco8LE="
    })
    void theSecondVersionCoversTheUrlWithoutItsQuery(String url, String path, String signature) {
        Requests request =
                Requests.post(path)
                        .query("x=1")
                        .header("x-plivo-signature-v2", signature)
                        .header("x-plivo-signature-v2-nonce", "12345");
        assertThat(genuine(url, "my_auth_token", request)).isTrue();
        assertThat(genuine(url, "my_auth_token", request.query("x=2"))).isTrue();
        assertThat(genuine(url, "another", request)).isFalse();
        String blank = " ";
        assertThat(
                        genuine(
                                url,
                                "my_auth_token",
                                request.header("x-plivo-signature-v2-nonce", blank)))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "https://answer.url,'',ehV3IKhLysWBxC1sy8INm0qGoQYdYsHwuoKjsX7FsXc=",
        "https://answer.url:8000,'',Gm7Z7AGBmf5JpSHrtUmeofrGyA4xV0ZiV0rH8JPXWGU="
    })
    void anEmptyPathAndAPortAreSignedAsTheyAre(String origin, String path, String signature) {
        byte[] key = Signatures.utf8("my_auth_token");
        assertThat(PlivoSignature.v2(new PublicUrl(origin, path, "")))
                .map(url -> Signatures.hmac(Signatures.SHA256, key, Signatures.utf8(url + "12345")))
                .contains(Signatures.fromBase64(signature).orElseThrow());
    }

    @Test
    void theMainAccountsSignatureIsAsGood() {
        Requests request =
                Requests.post("/")
                        .header("x-plivo-signature-v2", "AAAA")
                        .header(
                                "x-plivo-signature-ma-v2",
                                "do1CXv+k99A6+B+eTcyqbxWlezFIxJ/1vz72787r37g=")
                        .header("x-plivo-signature-v2-nonce", "12345");
        assertThat(genuine("https://answer.url", "my_auth_token", request)).isTrue();
    }

    private static Requests third(Requests request, String signature) {
        return request.header("x-plivo-signature-v3", signature)
                .header("x-plivo-signature-v3-nonce", "31627761595286130198");
    }

    @Test
    void theThirdVersionCoversEverything() {
        Requests post = Requests.post(V3_PATH + "/").query("a=b&c=d").body(V3_FORM);
        Requests signed = third(post, "k7Pusd4OxCIjR5IfA9iedDNu/h/gbdYqdzG/MiYtd1c=");
        assertThat(genuine(V3_HOST, V3_TOKEN, signed)).isTrue();
        assertThat(genuine(V3_HOST, V3_TOKEN, signed.query("a=b&c=e"))).isFalse();
        assertThat(genuine(V3_HOST, V3_TOKEN, signed.body(V3_FORM + "&x=1"))).isFalse();
        Requests bare =
                third(
                        Requests.post(V3_PATH).body(V3_FORM),
                        "AAAA,iAjE5QqI37mbkYe4w3jTMudqEzbDufdqi7sYwTu64e0=");
        assertThat(genuine(V3_HOST, V3_TOKEN, bare)).isTrue();
    }

    @Test
    void theThirdVersionCoversAQueryThatIsEverything() {
        Requests get = Requests.get(V3_PATH + "/").query("c=d&a=b&" + V3_FORM);
        Requests signed = third(get, "UBq8jAtd32wR8EK9VgxbBn4n5rpI/l1H9iN4WfSEHFQ=");
        assertThat(genuine(V3_HOST, V3_TOKEN, signed)).isTrue();
        assertThat(genuine(V3_HOST, V3_TOKEN, signed.query("a=b"))).isFalse();
    }

    @Test
    void whereTheThirdVersionIsShownTheSecondIsNotEnough() {
        Requests request = Samples.request("plivo-stop").header("x-plivo-signature-v3", "AAAA");
        assertThat(plivo.verify(request.raw(), Samples.settings("plivo")))
                .isInstanceOf(Verdict.Forged.class);
    }

    @Test
    void whereAnIntentIsNamedPlivoHasRepliedItself() {
        assertThat(parse(Samples.request("plivo-stop")))
                .isEqualTo(
                        new Heard.Message(
                                new InboundMessage(
                                        "plivo",
                                        "1aead330-8ff9-11e8-9e4d-000000000001",
                                        PERSON,
                                        "+18885550123",
                                        Channel.SMS,
                                        Optional.of("STOP"),
                                        Optional.empty(),
                                        Optional.of(Intent.OPT_OUT),
                                        true,
                                        true)));
        Heard.Message unanswered = (Heard.Message) parse(Samples.request("plivo-stop-unanswered"));
        assertThat(unanswered.message().answered()).isFalse();
    }

    @Test
    void aReceiptIsAboutTheWholeMessage() {
        assertThat(parse(Samples.request("plivo-receipt")))
                .isEqualTo(
                        new Heard.Delivery(
                                new Receipt(
                                        "plivo",
                                        "1aead330-8ff9-11e8-9e4d-000000000003",
                                        PERSON,
                                        "undelivered",
                                        true,
                                        true,
                                        Optional.of("200"),
                                        Optional.of("auth_0123456789ABCDEFGHJKMNPQRSTVWXYZ"))));
    }

    @Test
    void theReplyIsXmlFromOurNumberToTheirs() {
        Replies.Reply reply = new Replies.Reply("help", "a & b", "");
        Result result =
                new Result.Answered(
                        new ReceiveMessage.Received(Intent.HELP, Optional.of(reply), false));
        Requests request = Samples.request("plivo-v3-help");
        assertThat(plivo.answer(request.raw(), List.of(result)).body().orElseThrow().text())
                .endsWith(
                        "<Response><Message src=\"18885550123\" dst=\"15125550101\">a &amp; b"
                                + "</Message></Response>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "From=1", "MessageUUID=1", "Status=sent&MessageUUID=1", "x=%"})
    void anythingElseIsMalformed(String body) {
        assertThatThrownBy(() -> parse(Requests.post("/").body(body)))
                .isInstanceOf(MalformedPayload.class);
    }
}
