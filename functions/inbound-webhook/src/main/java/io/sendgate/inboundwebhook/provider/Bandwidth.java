package io.sendgate.inboundwebhook.provider;

import io.sendgate.aws.WebhookSettings;
import io.sendgate.contact.Channel;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.gate.InboundMessage;
import io.sendgate.rest.web.RawRequest;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Bandwidth: a list of events in JSON, with a password and no signature.
///
/// Bandwidth answers no STOP: the confirmation and the block are ours.
public final class Bandwidth implements Provider {

    private static final String NAME = "bandwidth";
    private static final String PREFIX = "message-";

    private static final Receipts RECEIPTS = new Receipts(NAME, Set.of("failed"), Set.of("4775"));

    private static final Set<String> STATUSES =
            Set.of("sending", "sent", "delivered", "failed", "read");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Verdict verify(RawRequest request, WebhookSettings settings) {
        return Basic.verify(request, settings);
    }

    @Override
    public List<Heard> parse(RawRequest request, Numbering numbers) {
        Members body = Members.parse(request.body());
        if (!body.node().isArray()) {
            throw new MalformedPayload("The body is not a JSON array");
        }
        Optional<String> authorization = Receipts.authorization(request);
        return body.elements().stream().map(event -> event(event, authorization, numbers)).toList();
    }

    private static Heard event(Members event, Optional<String> authorization, Numbering numbers) {
        String type = event.text("type").orElse("");
        String status = type.startsWith(PREFIX) ? type.substring(PREFIX.length()) : "";
        Members message = event.at("message");
        Optional<String> id = message.text("id").flatMap(Texts::anId);
        if (status.equals("received")) {
            return id.map(known -> message(known, event, numbers)).orElse(Heard.Ignored.INCOMPLETE);
        }
        if (!STATUSES.contains(status)) {
            return Heard.Ignored.OTHER_EVENT;
        }
        return id.map(known -> receipt(known, status, event, authorization, numbers))
                .orElse(Heard.Ignored.INCOMPLETE);
    }

    private static Heard message(String id, Members event, Numbering numbers) {
        Members message = event.at("message");
        Optional<PhoneNumber> from = message.text("from").flatMap(numbers::international);
        if (from.isEmpty()) {
            return Heard.Ignored.NO_NUMBER;
        }
        Channel channel = message.list("media").isEmpty() ? Channel.SMS : Channel.MMS;
        String to = message.text("owner").or(() -> event.text("to")).orElse("");
        return new Heard.Message(
                new InboundMessage(
                        NAME,
                        id,
                        from.get(),
                        Texts.sender(numbers.sender(to, channel)),
                        channel,
                        message.text("text").map(Texts::message),
                        message.time("time").or(() -> event.time("time")),
                        Optional.empty(),
                        false,
                        false));
    }

    private static Heard receipt(
            String id,
            String status,
            Members event,
            Optional<String> authorization,
            Numbering numbers) {
        return event.text("to")
                .flatMap(numbers::international)
                .<Heard>map(
                        to ->
                                RECEIPTS.read(
                                        id,
                                        to,
                                        status,
                                        event.text("errorCode"),
                                        event.at("message").text("tag").or(() -> authorization)))
                .orElse(Heard.Ignored.NO_NUMBER);
    }
}
