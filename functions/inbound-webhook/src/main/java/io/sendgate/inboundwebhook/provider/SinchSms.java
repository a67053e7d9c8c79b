package io.sendgate.inboundwebhook.provider;

import io.sendgate.contact.Channel;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.gate.InboundMessage;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What a callback of Sinch's SMS API says.
///
/// @param authorization the authorization that the callback's URL names
record SinchSms(Numbering numbers, Optional<String> authorization) {

    private static final Receipts RECEIPTS =
            new Receipts(
                    Sinch.NAME,
                    Set.of("failed", "rejected", "expired", "aborted", "cancelled", "deleted"),
                    Set.of("257"));

    /// Everything that an event says.
    ///
    /// @throws MalformedPayload where it is no event of this API
    List<Heard> parse(Members event) {
        return switch (event.required("type")) {
            case "mo_text", "mo_binary" -> List.of(message(event, Channel.SMS, event.text("body")));
            case "mo_media" ->
                    List.of(message(event, Channel.MMS, event.at("body").text("message")));
            case "delivery_report_sms", "delivery_report_mms" -> summary(event);
            case "recipient_delivery_report_sms", "recipient_delivery_report_mms" ->
                    List.of(receipt(event, event, event.text("recipient")));
            default -> List.of(Heard.Ignored.OTHER_EVENT);
        };
    }

    private Heard message(Members event, Channel channel, Optional<String> text) {
        String id = Texts.id(event.required("id"));
        return numbers.international(event.required("from"))
                .<Heard>map(
                        from ->
                                new Heard.Message(
                                        new InboundMessage(
                                                Sinch.NAME,
                                                id,
                                                from,
                                                sender(event, channel),
                                                channel,
                                                text.map(Texts::message),
                                                event.time("received_at"),
                                                Optional.empty(),
                                                false,
                                                false)))
                .orElse(Heard.Ignored.NO_NUMBER);
    }

    private String sender(Members event, Channel channel) {
        return Texts.sender(numbers.sender(event.text("to").orElse(""), channel));
    }

    /// A report on a whole batch; without recipients there is nobody to keep it for.
    private List<Heard> summary(Members event) {
        return event.list("statuses").stream()
                .flatMap(
                        status ->
                                status.list("recipients").stream()
                                        .map(to -> receipt(event, status, to.ownText())))
                .toList();
    }

    private Heard receipt(Members event, Members status, Optional<String> recipient) {
        String id = Texts.id(event.required("batch_id"));
        Optional<PhoneNumber> to = recipient.flatMap(numbers::international);
        Optional<String> word = status.text("status");
        if (to.isEmpty()) {
            return Heard.Ignored.NO_NUMBER;
        }
        if (word.isEmpty()) {
            return Heard.Ignored.INCOMPLETE;
        }
        Optional<String> named =
                Stream.of(event.text("client_reference"), authorization)
                        .flatMap(Optional::stream)
                        .findFirst();
        return RECEIPTS.read(
                id,
                to.get(),
                word.get(),
                status.text("code").filter(code -> !code.equals("0")),
                named);
    }
}
