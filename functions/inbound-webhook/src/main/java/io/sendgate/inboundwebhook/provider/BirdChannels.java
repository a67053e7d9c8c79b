package io.sendgate.inboundwebhook.provider;

import io.sendgate.contact.Channel;
import io.sendgate.contact.Person;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.contact.Term;
import io.sendgate.gate.InboundMessage;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What an event of Bird's Channels API says: `sms.inbound`, `whatsapp.outbound` and the like.
///
/// @param authorization the authorization that the callback's URL names
record BirdChannels(Numbering numbers, Optional<String> authorization) {

    /// What an event says.
    ///
    /// @throws MalformedPayload where it has no name or no id
    List<Heard> parse(Members event) {
        String name = event.required("event");
        int dot = name.indexOf('.');
        Optional<Channel> channel =
                Term.parse(Channel.class, dot < 0 ? name : name.substring(0, dot));
        Members payload = event.at("payload");
        if (channel.isEmpty()) {
            return List.of(Heard.Ignored.OTHER_CHANNEL);
        }
        return switch (dot < 0 ? "" : name.substring(dot + 1)) {
            case "inbound" -> messages(payload, channel.get());
            case "outbound" -> List.of(receipt(payload));
            default -> List.of(Heard.Ignored.OTHER_EVENT);
        };
    }

    private List<Heard> messages(Members payload, Channel channel) {
        Named named =
                Named.of(
                        number(payload.at("sender", "contact")),
                        payload.at("meta", "extraInformation").text("whatsappbsuid"));
        return named.before(message(payload, channel, named.person())).toList();
    }

    private Heard message(Members payload, Channel channel, Optional<Person> from) {
        String id = Texts.id(payload.required("id"));
        if (from.isEmpty()) {
            return Heard.Ignored.NO_NUMBER;
        }
        String to =
                Stream.concat(
                                payload.at("receiver").list("connectors").stream(),
                                Stream.of(payload.at("receiver", "connector")))
                        .flatMap(one -> one.text("identifierValue").stream())
                        .findFirst()
                        .or(() -> payload.text("channelId"))
                        .orElse("");
        return new Heard.Message(
                new InboundMessage(
                        Bird.NAME,
                        id,
                        from.get(),
                        Texts.sender(numbers.sender(to, channel)),
                        channel,
                        text(payload.at("body")).map(Texts::message),
                        payload.time("createdAt"),
                        Optional.empty(),
                        false,
                        false));
    }

    private static Optional<String> text(Members body) {
        return body.text("type").flatMap(type -> body.at(type).text("text"));
    }

    private Heard receipt(Members payload) {
        String id = Texts.id(payload.required("id"));
        Optional<PhoneNumber> to =
                payload.at("receiver").list("contacts").stream()
                        .flatMap(contact -> number(contact).stream())
                        .findFirst();
        Optional<String> status = payload.text("status");
        if (to.isEmpty()) {
            return Heard.Ignored.NO_NUMBER;
        }
        if (status.isEmpty()) {
            return Heard.Ignored.INCOMPLETE;
        }
        Optional<String> code = payload.at("failure").text("code").or(() -> payload.text("reason"));
        return Bird.RECEIPTS.read(
                id,
                to.get(),
                status.get(),
                code,
                payload.text("reference")
                        .filter(text -> text.startsWith("auth_"))
                        .or(() -> authorization));
    }

    private Optional<PhoneNumber> number(Members contact) {
        return contact.text("identifierValue").flatMap(numbers::international);
    }
}
