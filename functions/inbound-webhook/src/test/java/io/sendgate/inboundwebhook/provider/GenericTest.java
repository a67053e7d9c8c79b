package io.sendgate.inboundwebhook.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sendgate.consent.Intent;
import io.sendgate.contact.Channel;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.gate.InboundMessage;
import io.sendgate.gate.Receipt;
import io.sendgate.gate.ReceiveComplaint;
import io.sendgate.gate.ReceiveMessage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

class GenericTest {

    private static final PhoneNumber PERSON = new PhoneNumber("+15125550101");

    /// HMAC-SHA256 of `1000.{}` under `key`.
    private static final String SIGNATURE =
            "c32de42341dece79a1511c9e7f74a2734112edcfcf48943c976faf07047065db";

    private final Generic generic = new Generic();

    private Heard parse(Requests request) {
        return generic.parse(request.raw(), new Numbering("US")).getFirst();
    }

    private Heard json(String body) {
        return parse(Requests.post("/").body(body.replace('\'', '"')));
    }

    private boolean genuine(String header, String... secrets) {
        Requests request =
                Requests.post("/").body("{}").at(1_000).header("x-sendgate-signature", header);
        return generic.verify(request.raw(), Requests.settings("https://x.example", secrets))
                instanceof Verdict.Genuine;
    }

    @Test
    void oneGoodSignatureAmongSeveralIsEnough() {
        assertThat(genuine("t=1000,v1=" + SIGNATURE, "key")).isTrue();
        assertThat(genuine("t=1000, v1=00, v1=" + SIGNATURE, "new", "key")).isTrue();
        assertThat(genuine("t=1000,v1=00,v0=" + SIGNATURE, "key")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "t=1000", "v1=", "t=1000,t=1000,v1=", "t=x,v1=", "t=1001,v1="})
    void anythingElseIsForged(String start) {
        assertThat(genuine(start.endsWith("v1=") ? start + SIGNATURE : start, "key")).isFalse();
    }

    @Test
    void aMessageHasTheProvidersSignedTime() {
        assertThat(parse(Samples.request("generic-stop")))
                .isEqualTo(
                        new Heard.Message(
                                new InboundMessage(
                                        "generic",
                                        "msg-0002",
                                        PERSON,
                                        "+18885550123",
                                        Channel.SMS,
                                        Optional.of("STOP"),
                                        Optional.of(Instant.parse("2026-11-21T17:59:59.250Z")),
                                        Optional.empty(),
                                        false,
                                        false)));
    }

    @Test
    void unknownMembersAreIgnored() {
        assertThat(parse(Samples.request("generic-message"))).isInstanceOf(Heard.Message.class);
    }

    @Test
    void aReceiptIsAboutTheMessageItNames() {
        assertThat(parse(Samples.request("generic-receipt")))
                .isEqualTo(
                        new Heard.Delivery(
                                new Receipt(
                                        "generic",
                                        "out-0003",
                                        PERSON,
                                        "failed",
                                        true,
                                        false,
                                        Optional.of("30003"),
                                        Optional.empty())));
    }

    @ParameterizedTest
    @CsvSource({
        "delivered,,false,false",
        "FAILED,30003,true,false",
        "failed,21610,true,true",
        "rejected,40300,true,true",
        "failed,131050,true,true",
        "undelivered,4775,true,true",
        "opted-out,,false,true"
    })
    void statusesAndCodesAreReadByATable(
            String status, String code, boolean failed, boolean optOut) {
        String errorCode = code == null ? "null" : "'" + code + "'";
        Heard heard =
                json(
                        "{'id':'1','type':'receipt','from':'+15125550101','to':'x','channel':'sms',"
                                + "'status':'"
                                + status
                                + "','errorCode':"
                                + errorCode
                                + "}");
        Receipt receipt = ((Heard.Delivery) heard).receipt();
        assertThat(receipt.failed()).isEqualTo(failed);
        assertThat(receipt.optOut()).isEqualTo(optOut);
    }

    @Test
    void aComplaintNamesThePersonAndTheChannel() {
        assertThat(parse(Samples.request("generic-complaint")))
                .isEqualTo(
                        new Heard.Complaint(
                                new ReceiveComplaint.Complaint(
                                        "generic", "cmp-0004", PERSON, Channel.SMS)));
    }

    @Test
    void aNumberIsReadInTheAccountsCountry() {
        Heard heard =
                json(
                        "{'id':'1','type':'message','from':'(512) 555-0101','to':'(888) 555-0123',"
                                + "'channel':'sms','text':'hi'}");
        InboundMessage message = ((Heard.Message) heard).message();
        assertThat(message.from()).isEqualTo(PERSON);
        assertThat(message.to()).isEqualTo("+18885550123");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345", "Ada", "5550101", "acct"})
    void whoeverHasNoNumberIsIgnored(String from) {
        assertThat(
                        json(
                                "{'id':'1','type':'message','channel':'sms','to':'1','from':'"
                                        + from
                                        + "'}"))
                .isEqualTo(Heard.Ignored.NO_NUMBER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{} {}",
                "null",
                "{'type':'message'}",
                "{'id':'1','type':'message','from':'+15125550101','channel':'sms'}",
                "{'id':'1','type':'message','from':'+15125550101','to':'1','channel':'fax'}",
                "{'id':'1','type':'fax','from':'+15125550101','to':'1','channel':'sms'}",
                "{'id':'1','type':'receipt','from':'+15125550101','to':'1','channel':'sms'}",
                "{'id':'1','type':'message','from':'+15125550101','to':'1','channel':'sms',"
                        + "'receivedAt':'yesterday'}",
                "{'id':{},'type':'message','from':'+15125550101','to':'1','channel':'sms'}"
            })
    void anythingElseIsMalformed(String body) {
        assertThatThrownBy(() -> json(body)).isInstanceOf(MalformedPayload.class);
    }

    @Test
    void aTextIsBoundedAndMadeWhole() {
        Heard heard =
                json(
                        "{'id':'1','type':'message','from':'+15125550101','to':'1','channel':'sms',"
                                + "'text':'\\u0000\\ud800"
                                + "x".repeat(5_000)
                                + "'}");
        String text = ((Heard.Message) heard).message().text().orElseThrow();
        assertThat(text).hasSize(4_096).startsWith("\uFFFD\uFFFDxx");
    }

    @Test
    void theAnswerNamesTheIntent() {
        Result result =
                new Result.Answered(
                        new ReceiveMessage.Received(Intent.OPT_OUT, Optional.empty(), false));
        HttpAnswer answer = generic.answer(Requests.post("/").raw(), List.of(result));
        assertThat(answer.body().orElseThrow().text())
                .contains("\"received\":true")
                .contains("\"intent\":\"opt-out\"");
    }
}
