package io.sendgate.inboundwebhook.provider;

import io.sendgate.contact.Channel;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.contact.Term;
import io.sendgate.gate.InboundMessage;
import io.sendgate.gate.ReceivePreference;

import java.util.Optional;
import java.util.stream.Stream;

/// What an event of Bird's platform of 2026 says: `sms.received`, `sms.opted_out`, `sms.delivered`.
///
/// @param authorization the authorization that the callback's URL names
/// @param eventId the id under which it was delivered, the same on every delivery
record BirdPlatform(Numbering numbers, Optional<String> authorization, String eventId) {

    /// What an event says.
    ///
    /// @throws MalformedPayload where it has no type, or no id
    Heard parse(Members event) {
        String type = event.required("type");
        int dot = type.indexOf('.');
        Optional<Channel> channel =
                Term.parse(Channel.class, dot < 0 ? type : type.substring(0, dot));
        String what = dot < 0 ? "" : type.substring(dot + 1);
        if (channel.isEmpty()) {
            return Heard.Ignored.OTHER_CHANNEL;
        }
        return switch (what) {
            case "received" -> message(event, channel.get());
            case "opted_out" -> choice(event, channel.get());
            case "sent", "delivered", "undelivered", "failed", "rejected", "expired", "read" ->
                    receipt(event.at("data"), what);
            default -> Heard.Ignored.OTHER_EVENT;
        };
    }

    private Heard message(Members event, Channel channel) {
        Members data = event.at("data");
        String id = Texts.id(id(data).orElse(eventId));
        Optional<PhoneNumber> from = number(data, "from");
        if (from.isEmpty()) {
            return Heard.Ignored.NO_NUMBER;
        }
        return new Heard.Message(
                new InboundMessage(
                        Bird.NAME,
                        id,
                        from.get(),
                        Texts.sender(numbers.sender(data.text("to").orElse(""), channel)),
                        channel,
                        data.text("text").map(Texts::message),
                        event.time("timestamp"),
                        Optional.empty(),
                        false,
                        false));
    }

    private Heard choice(Members event, Channel channel) {
        String id = Texts.id(event.text("id").orElse(eventId));
        return number(event.at("data"), "from")
                .<Heard>map(
                        from ->
                                new Heard.Preference(
                                        new ReceivePreference.Preference(
                                                Bird.NAME,
                                                id,
                                                from,
                                                channel,
                                                true,
                                                Optional.empty(),
                                                event.time("timestamp"))))
                .orElse(Heard.Ignored.NO_NUMBER);
    }

    private Heard receipt(Members data, String status) {
        String id = Texts.id(id(data).orElse(""));
        return number(data, "to")
                .<Heard>map(
                        to ->
                                Bird.RECEIPTS.read(
                                        id,
                                        to,
                                        status,
                                        data.at("error").text("code"),
                                        data.text("reference")
                                                .filter(text -> text.startsWith("auth_"))
                                                .or(() -> authorization)))
                .orElse(Heard.Ignored.NO_NUMBER);
    }

    private static Optional<String> id(Members data) {
        return Stream.of("sms_id", "message_id", "id")
                .flatMap(name -> data.text(name).stream())
                .findFirst();
    }

    private Optional<PhoneNumber> number(Members data, String name) {
        return data.text(name).flatMap(numbers::international);
    }
}
