package io.sendgate.inboundwebhook.provider;

import io.sendgate.aws.WebhookSettings;
import io.sendgate.contact.Channel;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.gate.InboundMessage;
import io.sendgate.rest.web.RawRequest;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// AWS End User Messaging, SMS and WhatsApp: what it publishes to an SNS topic.
///
/// A secret is the ARN of a topic that is believed; everything from it bears SNS's signature,
/// whether it came by HTTPS or to the function itself. There is no event about opt-outs: a STOP is
/// a message. Whether AWS has answered it is not told, so the reply is ours.
public final class Aws implements Provider {

    /// The provider's name, as paths have it.
    public static final String NAME = "aws";

    private static final Receipts RECEIPTS =
            new Receipts(
                    NAME,
                    Set.of(
                            "invalid",
                            "invalid_message",
                            "unreachable",
                            "carrier_unreachable",
                            "blocked",
                            "carrier_blocked",
                            "protect_blocked",
                            "spam",
                            "ttl_expired",
                            "file_inaccessible",
                            "file_type_unsupported",
                            "file_size_exceeded"),
                    Set.of("opted_out"));

    private final Sns sns;

    /// An adapter that asks SNS for its certificates.
    public Aws(Sns sns) {
        this.sns = sns;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Verdict verify(RawRequest request, WebhookSettings settings) {
        try {
            SnsEnvelope envelope = new SnsEnvelope(Members.object(request.body()));
            List<byte[]> topics = Signatures.each(settings.secrets(), topic -> topic);
            byte[] shown = Signatures.utf8(envelope.topic());
            return Verdict.of(
                    Signatures.anyMatch(topics, List.of(shown)) && envelope.isSigned(sns));
        } catch (MalformedPayload e) {
            return new Verdict.Forged();
        }
    }

    @Override
    public List<Heard> parse(RawRequest request, Numbering numbers) {
        SnsEnvelope envelope = new SnsEnvelope(Members.object(request.body()));
        if (envelope.isConfirmation()) {
            URI address =
                    envelope.subscription()
                            .orElseThrow(
                                    () -> new MalformedPayload("SubscribeURL is not one of SNS's"));
            return List.of(new Heard.Subscription(address));
        }
        Members message = envelope.message();
        if (message.has("inboundMessageId")) {
            return List.of(message(message, envelope, numbers));
        }
        if (message.has("eventType")) {
            return List.of(receipt(message, numbers));
        }
        return message.text("whatsAppWebhookEntry").isPresent()
                ? whatsApp(entry(message), numbers).toList()
                : List.of(Heard.Ignored.OTHER_EVENT);
    }

    private static Heard message(Members message, SnsEnvelope envelope, Numbering numbers) {
        String id = Texts.id(message.required("inboundMessageId"));
        String to = message.text("destinationNumber").orElse("");
        return message.text("originationNumber")
                .flatMap(numbers::international)
                .<Heard>map(
                        from ->
                                new Heard.Message(
                                        new InboundMessage(
                                                NAME,
                                                id,
                                                from,
                                                Texts.sender(numbers.sender(to, Channel.SMS)),
                                                Channel.SMS,
                                                message.text("messageBody").map(Texts::message),
                                                envelope.at(),
                                                Optional.empty(),
                                                false,
                                                false)))
                .orElse(Heard.Ignored.NO_NUMBER);
    }

    private static Heard receipt(Members event, Numbering numbers) {
        Optional<String> id = event.text("messageId").flatMap(Texts::anId);
        Optional<String> status = event.text("messageStatus");
        Optional<PhoneNumber> to =
                event.text("destinationPhoneNumber").flatMap(numbers::international);
        if (to.isEmpty()) {
            return Heard.Ignored.NO_NUMBER;
        }
        if (id.isEmpty() || status.isEmpty()) {
            return Heard.Ignored.INCOMPLETE;
        }
        return RECEIPTS.read(
                id.get(),
                to.get(),
                status.get(),
                event.text("eventType"),
                event.at("context").text("authorization"));
    }

    /// One entry of Meta's own webhooks, as a text.
    private static Members entry(Members message) {
        return Members.object(Signatures.utf8(message.required("whatsAppWebhookEntry")));
    }

    private static Stream<Heard> whatsApp(Members entry, Numbering numbers) {
        WhatsAppEvents events =
                new WhatsAppEvents(NAME, entry.text("id").orElse(""), numbers, Optional.empty());
        return entry.list("changes").stream().flatMap(events::change);
    }

    /// The sender of ours that a request is about: what came to the function itself names no
    /// account.
    ///
    /// @throws MalformedPayload where it is not what SNS sends
    public static Optional<String> sender(RawRequest request, Numbering numbers) {
        SnsEnvelope envelope = new SnsEnvelope(Members.object(request.body()));
        if (envelope.isConfirmation()) {
            return Optional.empty();
        }
        Members message = envelope.message();
        boolean whatsApp = message.text("whatsAppWebhookEntry").isPresent();
        Stream<Optional<String>> named =
                whatsApp
                        ? entry(message).list("changes").stream()
                                .map(
                                        change ->
                                                change.at("value", "metadata")
                                                        .text("display_phone_number"))
                        : Stream.of(
                                message.text("destinationNumber"),
                                message.text("originationPhoneNumber"));
        Channel channel = whatsApp ? Channel.WHATSAPP : Channel.SMS;
        return named.flatMap(Optional::stream)
                .findFirst()
                .map(text -> Texts.sender(numbers.sender(text, channel)));
    }
}
