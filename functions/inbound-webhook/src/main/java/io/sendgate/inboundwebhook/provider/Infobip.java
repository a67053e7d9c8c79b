package io.sendgate.inboundwebhook.provider;

import io.sendgate.aws.WebhookSettings;
import io.sendgate.consent.Scope;
import io.sendgate.contact.Channel;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.gate.InboundMessage;
import io.sendgate.gate.ReceivePreference;
import io.sendgate.rest.web.RawRequest;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Infobip, SMS and WhatsApp: batches in JSON, with a password.
///
/// It can sign as well, but how is not documented; until a real request has been seen only Basic is
/// believed.
public final class Infobip implements Provider {

    private static final String NAME = "infobip";
    private static final String CHOICE = "notificationMessagesStatus";
    private static final String WHATSAPP = "WHATSAPP";

    private static final Receipts RECEIPTS =
            new Receipts(NAME, Set.of("undeliverable", "expired", "rejected"), Set.of());

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
        Members body = Members.object(request.body());
        if (body.at("content").has(CHOICE)) {
            return List.of(choice(body, numbers));
        }
        if (!body.at("results").node().isArray()) {
            throw new MalformedPayload("The body lacks results");
        }
        Optional<String> authorization = Receipts.authorization(request);
        return body.list("results").stream()
                .map(one -> result(one, authorization, numbers))
                .toList();
    }

    /// A choice about marketing on WhatsApp, in the words that Meta has for it.
    ///
    /// It has no id: everything that tells it from another is one.
    private static Heard choice(Members event, Numbering numbers) {
        Members content = event.at("content");
        String word = content.text(CHOICE).orElse("").toLowerCase(Locale.ROOT);
        Optional<PhoneNumber> from = content.text("from").flatMap(numbers::international);
        boolean out = word.equals("stop");
        if (from.isEmpty()) {
            return Heard.Ignored.NO_NUMBER;
        }
        if (!out && !word.equals("resume")) {
            return Heard.Ignored.OTHER_EVENT;
        }
        String id = String.join("|", from.get().e164(), word, event.text("createdAt").orElse(""));
        return new Heard.Preference(
                new ReceivePreference.Preference(
                        NAME,
                        Texts.shortened(id, Texts.LONGEST_ID),
                        from.get(),
                        Channel.WHATSAPP,
                        out,
                        Optional.of(Scope.MARKETING),
                        event.time("createdAt")));
    }

    private static Heard result(Members result, Optional<String> authorization, Numbering numbers) {
        Optional<String> id = result.text("messageId").flatMap(Texts::anId);
        if (id.isEmpty()) {
            return Heard.Ignored.INCOMPLETE;
        }
        return result.has("status")
                ? receipt(id.get(), result, authorization, numbers)
                : message(id.get(), result, numbers);
    }

    private static Heard message(String id, Members result, Numbering numbers) {
        Optional<PhoneNumber> from = result.text("from").flatMap(numbers::international);
        if (from.isEmpty()) {
            return Heard.Ignored.NO_NUMBER;
        }
        boolean whatsApp = result.text("integrationType").filter(WHATSAPP::equals).isPresent();
        Channel channel = whatsApp ? Channel.WHATSAPP : Channel.SMS;
        return new Heard.Message(
                new InboundMessage(
                        NAME,
                        id,
                        from.get(),
                        Texts.sender(numbers.sender(result.text("to").orElse(""), channel)),
                        channel,
                        text(result).map(Texts::message),
                        result.time("receivedAt"),
                        Optional.empty(),
                        false,
                        false));
    }

    /// The whole text: what Infobip calls clean has lost its keyword.
    private static Optional<String> text(Members result) {
        Members message = result.at("message");
        return result.text("text")
                .or(() -> message.text("text"))
                .or(() -> message.text("title"))
                .or(() -> message.text("caption"));
    }

    private static Heard receipt(
            String id, Members result, Optional<String> authorization, Numbering numbers) {
        Optional<PhoneNumber> to = result.text("to").flatMap(numbers::international);
        Optional<String> status = result.at("status").text("groupName");
        if (to.isEmpty()) {
            return Heard.Ignored.NO_NUMBER;
        }
        if (status.isEmpty()) {
            return Heard.Ignored.INCOMPLETE;
        }
        return RECEIPTS.read(
                id,
                to.get(),
                status.get(),
                result.at("error").text("name"),
                result.text("callbackData").or(() -> authorization));
    }
}
