package io.sendgate.inboundwebhook.provider;

import io.sendgate.consent.Intent;
import io.sendgate.consent.Scope;
import io.sendgate.contact.Channel;
import io.sendgate.contact.Person;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.gate.InboundMessage;
import io.sendgate.gate.ReceivePreference;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What an entry of WhatsApp's business webhooks says, whoever hands it over.
///
/// A person may be named by a number, by a business-scoped id alone, or by both; what names both
/// also says that they are one person's.
///
/// @param provider who hands it over
/// @param business the id of the WhatsApp business account
/// @param authorization the authorization that the callback's URL names
record WhatsAppEvents(
        String provider, String business, Numbering numbers, Optional<String> authorization) {

    private static final Set<String> FAILED = Set.of("failed");
    private static final Set<String> OPT_OUT = Set.of("131050");

    /// What the button that Meta adds to marketing templates says, and what it may be made to send.
    private static final Set<String> OPT_OUT_BUTTONS = Set.of("stop promotions", "stop");

    private static final Set<String> NO_MESSAGES = Set.of("system", "request_welcome");

    /// What one change of the entry says.
    Stream<Heard> change(Members change) {
        Members value = change.at("value");
        return switch (change.text("field").orElse("")) {
            case "messages" ->
                    Stream.concat(
                            value.list("messages").stream().flatMap(one -> messages(one, value)),
                            value.list("statuses").stream().flatMap(this::statuses));
            case "user_preferences" ->
                    value.list("user_preferences").stream().flatMap(one -> preferences(one, value));
            default -> Stream.of(Heard.Ignored.OTHER_EVENT);
        };
    }

    private Stream<Heard> messages(Members message, Members value) {
        Named named = Named.of(number(message, "from"), message.text("from_user_id"));
        return named.before(message(message, named.person(), value));
    }

    private Heard message(Members message, Optional<Person> from, Members value) {
        String type = message.text("type").orElse("");
        if (NO_MESSAGES.contains(type)) {
            return Heard.Ignored.OTHER_EVENT;
        }
        Optional<String> id = message.text("id").flatMap(Texts::anId);
        if (from.isEmpty()) {
            return Heard.Ignored.NO_NUMBER;
        }
        if (id.isEmpty()) {
            return Heard.Ignored.INCOMPLETE;
        }
        String sender = value.at("metadata").text("display_phone_number").orElse("");
        return new Heard.Message(
                new InboundMessage(
                        provider,
                        id.get(),
                        from.get(),
                        Texts.sender(numbers.sender(sender, Channel.WHATSAPP)),
                        Channel.WHATSAPP,
                        text(message, type).map(Texts::message),
                        message.unixSeconds("timestamp"),
                        pressed(message, type),
                        false,
                        false));
    }

    private static Optional<String> text(Members message, String type) {
        return switch (type) {
            case "text" -> message.at("text").text("body");
            case "button" -> message.at("button").text("text");
            case "interactive" ->
                    message.at("interactive", "button_reply")
                            .text("title")
                            .or(() -> message.at("interactive", "list_reply").text("title"));
            default -> message.at(type).text("caption");
        };
    }

    private static Optional<Intent> pressed(Members message, String type) {
        Members button = message.at("button");
        return Stream.of(button.text("text"), button.text("payload"))
                        .flatMap(Optional::stream)
                        .map(label -> label.strip().toLowerCase(Locale.ROOT))
                        .anyMatch(label -> type.equals("button") && OPT_OUT_BUTTONS.contains(label))
                ? Optional.of(Intent.OPT_OUT)
                : Optional.empty();
    }

    private Stream<Heard> statuses(Members status) {
        Named named = Named.of(number(status, "recipient_id"), status.text("recipient_user_id"));
        return named.before(status(status, named.person()));
    }

    private Heard status(Members status, Optional<Person> to) {
        Receipts receipts = new Receipts(provider, FAILED, OPT_OUT);
        Optional<String> id = status.text("id").flatMap(Texts::anId);
        Optional<String> word = status.text("status");
        if (to.isEmpty()) {
            return Heard.Ignored.NO_NUMBER;
        }
        if (id.isEmpty() || word.isEmpty()) {
            return Heard.Ignored.INCOMPLETE;
        }
        List<String> codes =
                status.list("errors").stream()
                        .flatMap(error -> error.text("code").stream())
                        .toList();
        return receipts.read(
                id.get(),
                to.get(),
                word.get(),
                receipts.code(codes),
                status.text("biz_opaque_callback_data").or(() -> authorization));
    }

    private Stream<Heard> preferences(Members preference, Members value) {
        Named named = Named.of(number(preference, "wa_id"), userId(preference, value));
        return named.before(preference(preference, named.person(), value));
    }

    /// The id of who chose, here or, where one person is spoken of, beside it.
    private static Optional<String> userId(Members preference, Members value) {
        List<Members> contacts = value.list("contacts");
        return preference
                .text("user_id")
                .or(
                        () ->
                                contacts.size() == 1
                                        ? contacts.getFirst().text("user_id")
                                        : Optional.empty());
    }

    private Heard preference(Members preference, Optional<Person> from, Members value) {
        Optional<Boolean> out =
                switch (preference.text("value").orElse("")) {
                    case "stop" -> Optional.of(true);
                    case "resume" -> Optional.of(false);
                    default -> Optional.empty();
                };
        if (from.isEmpty()) {
            return Heard.Ignored.NO_NUMBER;
        }
        if (out.isEmpty()) {
            return Heard.Ignored.OTHER_EVENT;
        }
        return new Heard.Preference(
                new ReceivePreference.Preference(
                        provider,
                        preferenceId(preference, value),
                        from.get(),
                        Channel.WHATSAPP,
                        out.get(),
                        Optional.of(Scope.MARKETING),
                        preference.unixSeconds("timestamp")));
    }

    /// A choice has no id: everything that tells it from another is one.
    private String preferenceId(Members preference, Members value) {
        return Texts.shortened(
                String.join(
                        "|",
                        business,
                        value.at("metadata").text("phone_number_id").orElse(""),
                        preference.text("wa_id").or(() -> userId(preference, value)).orElse(""),
                        preference.text("category").orElse(""),
                        preference.text("value").orElse(""),
                        preference.text("timestamp").orElse("")),
                Texts.LONGEST_ID);
    }

    private Optional<PhoneNumber> number(Members members, String name) {
        return members.text(name).flatMap(numbers::international);
    }
}
