package io.sendgate.inboundwebhook.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.sendgate.contact.Channel;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.gate.InboundMessage;
import io.sendgate.gate.Receipt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;

class AwsTest {

    private static final PhoneNumber PERSON = new PhoneNumber("+15125550101");
    private static final Numbering NUMBERS = new Numbering("US");

    private final Aws aws = new Aws(Samples.sns());

    private static ObjectNode envelope(String sample) {
        try {
            byte[] body = Samples.request(sample).raw().body();
            return (ObjectNode) new JsonMapper().readTree(new String(body, StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Heard only(String sample) {
        List<Heard> heard = aws.parse(Samples.request(sample).raw(), NUMBERS);
        assertThat(heard).hasSize(1);
        return heard.getFirst();
    }

    private Verdict verdict(ObjectNode envelope) {
        Requests request = Requests.post("/webhooks/aws").body(envelope.toString());
        return aws.verify(request.raw(), Samples.settings("aws"));
    }

    @Test
    void aMessageIsOfTheTimeAtWhichSnsPublishedIt() {
        assertThat(only("aws-stop"))
                .isEqualTo(
                        new Heard.Message(
                                new InboundMessage(
                                        "aws",
                                        "87473621-b965-4b1f-ead1-a02ee6804ee2",
                                        PERSON,
                                        "+18885550123",
                                        Channel.SMS,
                                        Optional.of("STOP"),
                                        Optional.of(Samples.SENT.minusSeconds(2)),
                                        Optional.empty(),
                                        false,
                                        false)));
    }

    @Test
    void aDeliveryEventIsAReceipt() {
        Receipt delivered = ((Heard.Delivery) only("aws-receipt")).receipt();
        Receipt blocked = ((Heard.Delivery) only("aws-receipt-blocked")).receipt();

        assertThat(delivered.status()).isEqualTo("successful");
        assertThat(delivered.failed()).isFalse();
        assertThat(delivered.authorization()).contains("auth_0123456789ABCDEFGHJKMNPQRSTVWXYZ");
        assertThat(blocked.failed()).isTrue();
        assertThat(blocked.errorCode()).contains("TEXT_CARRIER_BLOCKED");
    }

    @Test
    void whatWhatsAppSaysComesThroughSnsAsMetaWroteIt() {
        InboundMessage message = ((Heard.Message) only("aws-whatsapp")).message();

        assertThat(message.from()).isEqualTo(PERSON);
        assertThat(message.to()).isEqualTo("+12025550144");
        assertThat(message.channel()).isEqualTo(Channel.WHATSAPP);
        assertThat(message.messageId()).isEqualTo("wamid.aws1");
    }

    @Test
    void aSubscriptionIsConfirmedAtSnsOnly() {
        URI address = ((Heard.Subscription) only("aws-subscription")).address();
        assertThat(address.getHost()).isEqualTo("sns.us-east-1.amazonaws.com");

        ObjectNode elsewhere = envelope("aws-subscription");
        elsewhere.put("SubscribeURL", "https://sns.us-east-1.amazonaws.com.example/?Action=x");
        Requests request = Requests.post("/webhooks/aws").body(elsewhere.toString());
        assertThatThrownBy(() -> aws.parse(request.raw(), NUMBERS))
                .isInstanceOf(MalformedPayload.class);
    }

    @Test
    void theSpellingOfALambdaEventIsTaken() {
        ObjectNode envelope = envelope("aws-stop");
        envelope.set("SigningCertUrl", envelope.remove("SigningCertURL"));
        envelope.putNull("Subject");

        assertThat(verdict(envelope)).isInstanceOf(Verdict.Genuine.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://sns.us-east-1.amazonaws.com/a.pem",
                "https://sns.us-east-1.amazonaws.com/a.crt",
                "https://sns.us-east-1.amazonaws.com:8443/a.pem",
                "https://sns.us-east-1.amazonaws.com@evil.example/a.pem",
                "https://evil.example/sns.us-east-1.amazonaws.com/a.pem",
                "https://sns.us-east-1.amazonaws.com.evil.example/a.pem",
                "https://sns.us.east.amazonaws.com/a.pem",
                "https://sns..amazonaws.com/a.pem",
                "https://s3.us-east-1.amazonaws.com/a.pem",
                "https://",
                "sns.us-east-1.amazonaws.com/a.pem",
                "::"
            })
    void aCertificateIsNeverAskedForElsewhere(String address) {
        ObjectNode envelope = envelope("aws-stop").put("SigningCertURL", address);
        Aws careless = new Aws(new Refusing());
        Requests request = Requests.post("/webhooks/aws").body(envelope.toString());

        assertThat(careless.verify(request.raw(), Samples.settings("aws")))
                .isInstanceOf(Verdict.Forged.class);
    }

    @Test
    void anotherTopicIsNotBelievedThoughSnsSignedIt() {
        Requests request = Samples.request("aws-stop");

        assertThat(
                        aws.verify(
                                request.raw(),
                                Requests.settings("https://x.example", "arn:aws:sns:x:1:other")))
                .isInstanceOf(Verdict.Forged.class);
    }

    @Test
    void theSenderSaysWhoseItIs() {
        for (String sample : List.of("aws-stop", "aws-receipt")) {
            assertThat(Aws.sender(Samples.request(sample).raw(), NUMBERS)).contains("+18885550123");
        }
        assertThat(Aws.sender(Samples.request("aws-whatsapp").raw(), NUMBERS))
                .contains("+12025550144");
        assertThat(Aws.sender(Samples.request("aws-subscription").raw(), NUMBERS)).isEmpty();
    }

    /// SNS that nobody may ask.
    private static final class Refusing implements Sns {

        @Override
        public PublicKey key(URI certificate) {
            throw new IllegalStateException("asked");
        }

        @Override
        public void confirm(URI subscription) {
            throw new IllegalStateException("asked");
        }
    }
}
