package io.sendgate.inboundwebhook.provider;

import io.sendgate.aws.WebhookSettings;
import io.sendgate.consent.Intent;
import io.sendgate.contact.Channel;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.gate.InboundMessage;
import io.sendgate.rest.web.RawRequest;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Twilio, SMS and WhatsApp: form posts, replies in TwiML.
///
/// Twilio names an opt-out (`OptOutType`) only with Advanced Opt-Out, and has then replied itself.
/// Without it we reply, even where Twilio has done so unseen: its block stops a second
/// confirmation.
public final class Twilio implements Provider {

    private static final String NAME = "twilio";
    private static final String WHATSAPP = "whatsapp:";

    private static final Receipts RECEIPTS =
            new Receipts(
                    NAME, Set.of("failed", "undelivered", "canceled"), Set.of("21610", "63014"));

    private static final Map<String, Intent> OPT_OUT_TYPES =
            Map.of("STOP", Intent.OPT_OUT, "START", Intent.OPT_IN, "HELP", Intent.HELP);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Verdict verify(RawRequest request, WebhookSettings settings) {
        return Verdict.of(TwilioSignature.isGenuine(request, settings));
    }

    @Override
    public List<Heard> parse(RawRequest request, Numbering numbers) {
        Form form = parameters(request);
        Optional<String> status = form.text("MessageStatus").or(() -> form.text("SmsStatus"));
        boolean inbound = status.isEmpty() || status.get().equals("received");
        return List.of(
                inbound ? message(form, numbers) : receipt(form, status.get(), request, numbers));
    }

    @Override
    public HttpAnswer answer(RawRequest request, List<Result> results) {
        return Xml.response(results, "");
    }

    private static Form parameters(RawRequest request) {
        if (TwilioSignature.bodyHash(request).isPresent()) {
            return flat(Members.object(request.body()));
        }
        return request.method().equals("GET")
                ? Form.parse(request.query().orElse(""))
                : TwilioSignature.form(request);
    }

    /// A JSON body's members that are texts or numbers, as a form has them.
    private static Form flat(Members members) {
        Map<String, String> values = new HashMap<>();
        members.node()
                .fieldNames()
                .forEachRemaining(
                        name -> members.text(name).ifPresent(value -> values.put(name, value)));
        return Form.of(values);
    }

    private static Heard message(Form form, Numbering numbers) {
        String id = id(form);
        Optional<Channel> channel = channel(form.required("From"), form);
        Optional<PhoneNumber> from = number(form.required("From"), numbers);
        if (channel.isEmpty()) {
            return Heard.Ignored.OTHER_CHANNEL;
        }
        if (from.isEmpty()) {
            return Heard.Ignored.NO_NUMBER;
        }
        Optional<Intent> heard =
                form.text("OptOutType")
                        .map(type -> OPT_OUT_TYPES.get(type.toUpperCase(Locale.ROOT)));
        return new Heard.Message(
                new InboundMessage(
                        NAME,
                        Texts.id(id),
                        from.get(),
                        Texts.sender(bare(form.text("To").orElse(""))),
                        channel.get(),
                        form.text("Body").map(Texts::message),
                        Optional.empty(),
                        heard,
                        heard.isPresent(),
                        true));
    }

    private static Heard receipt(Form form, String status, RawRequest request, Numbering numbers) {
        String id = id(form);
        return number(form.required("To"), numbers)
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

    private static String id(Form form) {
        return form.text("MessageSid")
                .or(() -> form.text("SmsMessageSid"))
                .or(() -> form.text("SmsSid"))
                .orElseThrow(() -> new MalformedPayload("The form lacks MessageSid"));
    }

    private static Optional<Channel> channel(String address, Form form) {
        if (address.startsWith(WHATSAPP)) {
            return Optional.of(Channel.WHATSAPP);
        }
        if (address.indexOf(':') >= 0) {
            return Optional.empty();
        }
        boolean media = form.text("NumMedia").filter(count -> !count.equals("0")).isPresent();
        return Optional.of(media ? Channel.MMS : Channel.SMS);
    }

    private static Optional<PhoneNumber> number(String address, Numbering numbers) {
        String bare = bare(address);
        return bare.startsWith("+") ? numbers.international(bare) : Optional.empty();
    }

    private static String bare(String address) {
        return address.startsWith(WHATSAPP) ? address.substring(WHATSAPP.length()) : address;
    }
}
