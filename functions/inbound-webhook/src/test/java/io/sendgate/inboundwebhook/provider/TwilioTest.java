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

import java.util.List;
import java.util.Optional;

class TwilioTest {

    private static final PhoneNumber PERSON = new PhoneNumber("+15125550101");

    private final Twilio twilio = new Twilio();

    private Heard parse(Requests request) {
        return twilio.parse(request.raw(), new Numbering("US")).getFirst();
    }

    private Heard form(String body) {
        return parse(Requests.post("/").body(body));
    }

    private InboundMessage message(Requests request) {
        return ((Heard.Message) parse(request)).message();
    }

    private Receipt receipt(Requests request) {
        return ((Heard.Delivery) parse(request)).receipt();
    }

    @Test
    void aTextIsHeardAsItWasWritten() {
        assertThat(message(Samples.request("twilio-stop")))
                .isEqualTo(
                        new InboundMessage(
                                "twilio",
                                "SM00000000000000000000000000000001",
                                PERSON,
                                "+18885550123",
                                Channel.SMS,
                                Optional.of("Stop"),
                                Optional.empty(),
                                Optional.empty(),
                                false,
                                true));
    }

    @Test
    void whereTwilioNamesAnOptOutItHasRepliedItself() {
        InboundMessage stop = message(Samples.request("twilio-stop-advanced"));
        assertThat(stop.heard()).contains(Intent.OPT_OUT);
        assertThat(stop.answered()).isTrue();
        InboundMessage start = message(Samples.request("twilio-start-advanced"));
        assertThat(start.heard()).contains(Intent.OPT_IN);
        assertThat(start.answered()).isTrue();
    }

    @Test
    void aWhatsAppMessageIsHeardOnWhatsApp() {
        InboundMessage message = message(Samples.request("twilio-whatsapp"));
        assertThat(message.channel()).isEqualTo(Channel.WHATSAPP);
        assertThat(message.from()).isEqualTo(PERSON);
        assertThat(message.to()).isEqualTo("+12025550144");
        assertThat(message.text()).contains("Hello & good day! ñáéíóú 👋 100%");
    }

    @Test
    void aMessageWithMediaIsAPictureMessage() {
        Heard heard = form("MessageSid=MM1&From=%2B15125550101&To=%2B18885550123&NumMedia=2");
        assertThat(((Heard.Message) heard).message().channel()).isEqualTo(Channel.MMS);
    }

    @Test
    void aReceiptThatNamesAnOptOutIsOne() {
        Receipt receipt = receipt(Samples.request("twilio-receipt-opted-out"));
        assertThat(receipt.failed()).isTrue();
        assertThat(receipt.optOut()).isTrue();
        assertThat(receipt.errorCode()).contains("21610");
        assertThat(receipt.authorization()).contains("auth_0123456789ABCDEFGHJKMNPQRSTVWXYZ");
    }

    @Test
    void aDeliveredReceiptIsHarmless() {
        Receipt receipt = receipt(Samples.request("twilio-receipt-delivered"));
        assertThat(receipt.status()).isEqualTo("delivered");
        assertThat(receipt.failed()).isFalse();
        assertThat(receipt.optOut()).isFalse();
        assertThat(receipt.authorization()).isEmpty();
    }

    @Test
    void shortCodesAndOtherChannelsAreIgnored() {
        assertThat(form("MessageSid=SM1&From=12345&To=%2B18885550123&Body=hi"))
                .isEqualTo(Heard.Ignored.NO_NUMBER);
        assertThat(form("MessageSid=SM1&From=messenger%3A123456789&To=messenger%3A1&Body=hi"))
                .isEqualTo(Heard.Ignored.OTHER_CHANNEL);
    }

    @Test
    void aGetCarriesItsParametersInTheQuery() {
        Requests request =
                Requests.get("/")
                        .query("MessageSid=SM1&From=%2B15125550101&To=%2B18885550123&Body=STOP");
        assertThat(message(request).text()).contains("STOP");
    }

    @Test
    void aJsonBodyIsReadWhereTheUrlNamesItsHash() {
        Requests request =
                Requests.post("/")
                        .query("bodySHA256=00")
                        .body("{\"MessageSid\":\"SM1\",\"From\":\"+15125550101\",\"NumMedia\":1}");
        assertThat(message(request).channel()).isEqualTo(Channel.MMS);
    }

    @Test
    void whatIsNoMessageIsMalformed() {
        assertThatThrownBy(() -> form("CallSid=CA1&From=%2B15125550101"))
                .isInstanceOf(MalformedPayload.class);
        assertThatThrownBy(() -> form("MessageSid=SM1")).isInstanceOf(MalformedPayload.class);
        assertThatThrownBy(() -> form("MessageSid=%G1")).isInstanceOf(MalformedPayload.class);
    }

    @Test
    void theReplyIsEscapedTwiml() {
        Replies.Reply reply = new Replies.Reply("help", "Ann & Bo's <shop>\u0001 \"x\"", "");
        Result result =
                new Result.Answered(
                        new ReceiveMessage.Received(Intent.HELP, Optional.of(reply), false));
        assertThat(twilio.answer(Requests.post("/").raw(), List.of(result)))
                .isEqualTo(
                        HttpAnswer.xml(
                                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response><Message>Ann"
                                        + " &amp; Bo&apos;s &lt;shop&gt;"
                                        + " &quot;x&quot;</Message></Response>"));
    }

    @Test
    void withoutAReplyTheResponseIsEmpty() {
        assertThat(twilio.answer(Requests.post("/").raw(), List.of(new Result.Recorded(true))))
                .isEqualTo(HttpAnswer.xml("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>"));
    }
}
