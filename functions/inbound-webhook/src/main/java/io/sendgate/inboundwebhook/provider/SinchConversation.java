package io.sendgate.inboundwebhook.provider;

import io.sendgate.contact.Channel;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.contact.Term;
import io.sendgate.gate.InboundMessage;
import io.sendgate.gate.ReceivePreference;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What a callback of Sinch's Conversation API says.
///
/// @param authorization the authorization that the callback's URL names
record SinchConversation(Numbering numbers, Optional<String> authorization) {

    private static final Receipts RECEIPTS =
            new Receipts(Sinch.NAME, Set.of("failed"), Set.of("131050"));

    private static final String TO_US = "TO_APP";
    private static final String DONE = "OPT_IN_SUCCEEDED";

    /// What an event says.
    ///
    /// @throws MalformedPayload where a part of it that we act on lacks its id
    Heard parse(Members event) {
        if (event.has("message")) {
            return message(event.at("message"));
        }
        if (event.has("message_delivery_report")) {
            return receipt(event.at("message_delivery_report"), event);
        }
        if (event.has("opt_out_notification")) {
            return preference(event.at("opt_out_notification"), event, true);
        }
        Members optIn = event.at("opt_in_notification");
        return optIn.text("status").filter(DONE::equals).isPresent()
                ? preference(optIn, event, false)
                : Heard.Ignored.OTHER_EVENT;
    }

    private Heard message(Members message) {
        String id = Texts.id(message.required("id"));
        Members identity = message.at("channel_identity");
        Optional<Channel> channel = identity.text("channel").flatMap(SinchConversation::channel);
        Optional<PhoneNumber> from = identity.text("identity").flatMap(numbers::international);
        if (message.text("direction").filter(TO_US::equals).isEmpty()) {
            return Heard.Ignored.OTHER_EVENT;
        }
        if (channel.isEmpty()) {
            return Heard.Ignored.OTHER_CHANNEL;
        }
        if (from.isEmpty()) {
            return Heard.Ignored.NO_NUMBER;
        }
        String sender = message.text("sender_id").orElse("");
        return new Heard.Message(
                new InboundMessage(
                        Sinch.NAME,
                        id,
                        from.get(),
                        Texts.sender(numbers.sender(sender, channel.get())),
                        channel.get(),
                        text(message.at("contact_message")).map(Texts::message),
                        message.time("accept_time"),
                        Optional.empty(),
                        false,
                        false));
    }

    private static Optional<String> text(Members contact) {
        return Stream.of(
                        contact.at("text_message").text("text"),
                        contact.at("choice_response_message").text("postback_data"),
                        contact.at("media_message").text("caption"))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Heard receipt(Members report, Members event) {
        String id = Texts.id(report.required("message_id"));
        Optional<PhoneNumber> to =
                report.at("channel_identity").text("identity").flatMap(numbers::international);
        Optional<String> status = report.text("status");
        if (to.isEmpty()) {
            return Heard.Ignored.NO_NUMBER;
        }
        if (status.isEmpty()) {
            return Heard.Ignored.INCOMPLETE;
        }
        Members reason = report.at("reason");
        List<String> codes =
                Stream.of(reason.text("channel_code"), reason.text("code"))
                        .flatMap(Optional::stream)
                        .toList();
        return RECEIPTS.read(
                id,
                to.get(),
                status.get(),
                RECEIPTS.code(codes),
                event.text("message_metadata").or(() -> authorization));
    }

    /// A wish not to be written to counts even where Sinch failed to keep it.
    private Heard preference(Members notification, Members event, boolean out) {
        String id = Texts.id(notification.required("request_id"));
        Optional<Channel> channel =
                notification.text("channel").flatMap(SinchConversation::channel);
        Optional<PhoneNumber> from = notification.text("identity").flatMap(numbers::international);
        if (channel.isEmpty()) {
            return Heard.Ignored.OTHER_CHANNEL;
        }
        if (from.isEmpty()) {
            return Heard.Ignored.NO_NUMBER;
        }
        return new Heard.Preference(
                new ReceivePreference.Preference(
                        Sinch.NAME,
                        id,
                        from.get(),
                        channel.get(),
                        out,
                        Optional.empty(),
                        event.time("event_time").or(() -> event.time("accepted_time"))));
    }

    private static Optional<Channel> channel(String name) {
        return Term.parse(Channel.class, name.toLowerCase(Locale.ROOT));
    }
}
