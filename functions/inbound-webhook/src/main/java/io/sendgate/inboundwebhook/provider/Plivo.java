package io.sendgate.inboundwebhook.provider;

import io.sendgate.aws.WebhookSettings;
import io.sendgate.consent.Intent;
import io.sendgate.contact.Channel;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.gate.InboundMessage;
import io.sendgate.rest.web.RawRequest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Plivo, SMS and WhatsApp: form posts, replies in its XML.
///
/// Where `MessageIntent` names a keyword Plivo has replied itself.
public final class Plivo implements Provider {

    private static final String NAME = "plivo";

    private static final Receipts RECEIPTS =
            new Receipts(NAME, Set.of("failed", "undelivered", "rejected"), Set.of("200"));

    private static final Map<String, Intent> INTENTS =
            Map.of("optout", Intent.OPT_OUT, "optin", Intent.OPT_IN, "help", Intent.HELP);

    private static final Map<String, Channel> CHANNELS =
            Map.of("sms", Channel.SMS, "mms", Channel.MMS, "whatsapp", Channel.WHATSAPP);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Verdict verify(RawRequest request, WebhookSettings settings) {
        return Verdict.of(PlivoSignature.isGenuine(request, settings));
    }

    @Override
    public List<Heard> parse(RawRequest request, Numbering numbers) {
        Form form = parameters(request);
        Optional<String> status = form.text("Status").filter(word -> !word.equals("received"));
        return List.of(
                status.isPresent()
                        ? receipt(form, status.get(), request, numbers)
                        : message(form, numbers));
    }

    private static Form parameters(RawRequest request) {
        return request.method().equals("GET")
                ? Form.parse(request.query().orElse(""))
                : Form.parse(request.body());
    }

    private static Heard message(Form form, Numbering numbers) {
        String id = Texts.id(form.required("MessageUUID"));
        Optional<PhoneNumber> from = numbers.international(form.required("From"));
        Optional<Channel> channel =
                Optional.ofNullable(CHANNELS.get(form.text("Type").orElse("sms")));
        if (channel.isEmpty()) {
            return Heard.Ignored.OTHER_CHANNEL;
        }
        if (from.isEmpty()) {
            return Heard.Ignored.NO_NUMBER;
        }
        Optional<Intent> heard = form.text("MessageIntent").map(INTENTS::get);
        return new Heard.Message(
                new InboundMessage(
                        NAME,
                        id,
                        from.get(),
                        Texts.sender(numbers.sender(form.text("To").orElse(""), channel.get())),
                        channel.get(),
                        form.text("Text").or(() -> form.text("Body")).map(Texts::message),
                        Optional.empty(),
                        heard,
                        heard.isPresent(),
                        true));
    }

    /// Every part of a long message has an id of its own; ours is its parent's.
    private static Heard receipt(Form form, String status, RawRequest request, Numbering numbers) {
        String id =
                Texts.id(
                        form.text("ParentMessageUUID")
                                .orElseGet(() -> form.required("MessageUUID")));
        return numbers.international(form.required("To"))
                .<Heard>map(
                        to ->
                                RECEIPTS.read(
                                        id,
                                        to,
                                        status,
                                        form.text("ErrorCode"),
                                        Receipts.authorization(request)))
                .orElse(Heard.Ignored.NO_NUMBER);
    }

    @Override
    public HttpAnswer answer(RawRequest request, List<Result> results) {
        Form form = parameters(request);
        String ours = Xml.escaped(form.text("To").orElse(""));
        String theirs = Xml.escaped(form.text("From").orElse(""));
        return Xml.response(results, " src=\"" + ours + "\" dst=\"" + theirs + "\"");
    }
}
