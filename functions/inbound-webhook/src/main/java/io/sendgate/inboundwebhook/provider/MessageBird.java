package io.sendgate.inboundwebhook.provider;

import io.sendgate.contact.Channel;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.gate.InboundMessage;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/// What a callback of MessageBird's first API says: names and values, in the query or as a form.
///
/// @param authorization the authorization that the callback's URL names
record MessageBird(Numbering numbers, Optional<String> authorization) {

    /// What a form says.
    ///
    /// @throws MalformedPayload where it is neither a message nor a status report
    Heard parse(Form form) {
        String id = Texts.id(form.required("id"));
        return form.text("status")
                .filter(status -> form.text("originator").isEmpty())
                .map(status -> receipt(id, status, form))
                .orElseGet(() -> message(id, form));
    }

    private Heard message(String id, Form form) {
        Optional<PhoneNumber> from = numbers.international(form.required("originator"));
        if (from.isEmpty()) {
            return Heard.Ignored.NO_NUMBER;
        }
        String to = form.text("recipient").orElse("");
        return new Heard.Message(
                new InboundMessage(
                        Bird.NAME,
                        id,
                        from.get(),
                        Texts.sender(numbers.sender(to, Channel.SMS)),
                        Channel.SMS,
                        form.text("body").map(Texts::message),
                        form.text("createdDatetime").flatMap(MessageBird::time),
                        Optional.empty(),
                        false,
                        false));
    }

    private Heard receipt(String id, String status, Form form) {
        Optional<String> code = form.text("statusReason").or(() -> form.text("statusErrorCode"));
        return numbers.international(form.required("recipient"))
                .<Heard>map(
                        to ->
                                Bird.RECEIPTS.read(
                                        id,
                                        to,
                                        status,
                                        code,
                                        form.text("reference")
                                                .filter(text -> text.startsWith("auth_"))
                                                .or(() -> authorization)))
                .orElse(Heard.Ignored.NO_NUMBER);
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
