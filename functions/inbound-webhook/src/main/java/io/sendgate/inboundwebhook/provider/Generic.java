package io.sendgate.inboundwebhook.provider;

import io.sendgate.aws.WebhookSettings;
import io.sendgate.consent.Intent;
import io.sendgate.contact.Channel;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.contact.Term;
import io.sendgate.gate.InboundMessage;
import io.sendgate.gate.ReceiveComplaint;
import io.sendgate.rest.schema.Json;
import io.sendgate.rest.web.RawRequest;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Any provider that has no adapter of its own, in a form of ours.
///
/// The header `X-Sendgate-Signature: t=<unix seconds>,v1=<hex>` holds HMAC-SHA256 of `t.body`;
/// several `v1` may be there, of several secrets. Its answer carries no reply: that goes out as an
/// event.
public final class Generic implements Provider {

    private static final String NAME = "generic";
    private static final String HEADER = "x-sendgate-signature";

    /// Every opt-out code of the providers that have an adapter: one of them may be behind this.
    private static final Receipts RECEIPTS =
            new Receipts(
                    NAME,
                    Set.of(
                            "failed",
                            "undelivered",
                            "undeliverable",
                            "rejected",
                            "expired",
                            "canceled"),
                    Set.of(
                            "opted-out",
                            "opt-out",
                            "unsubscribed",
                            "21610",
                            "63014",
                            "40300",
                            "131050",
                            "4775"));

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Verdict verify(RawRequest request, WebhookSettings settings) {
        List<String> parts =
                request.all(HEADER).stream()
                        .flatMap(value -> Arrays.stream(value.split(",")))
                        .map(String::strip)
                        .toList();
        List<String> times = values(parts, "t=");
        if (times.size() != 1) {
            return new Verdict.Forged();
        }
        boolean fresh =
                Freshness.unixSeconds(times.getFirst())
                        .filter(time -> Freshness.isFresh(time, request.receivedAt()))
                        .isPresent();
        byte[] prefix = Signatures.utf8(times.getFirst() + ".");
        List<byte[]> expected =
                Signatures.each(
                        settings.secrets(),
                        secret ->
                                Signatures.hmac(Signatures.SHA256, secret, prefix, request.body()));
        List<byte[]> shown =
                values(parts, "v1=").stream()
                        .map(Signatures::fromHex)
                        .flatMap(Optional::stream)
                        .toList();
        return Verdict.of(fresh & Signatures.anyMatch(expected, shown));
    }

    private static List<String> values(List<String> parts, String name) {
        return parts.stream()
                .filter(part -> part.startsWith(name))
                .map(part -> part.substring(name.length()))
                .toList();
    }

    @Override
    public List<Heard> parse(RawRequest request, Numbering numbers) {
        Members body = Members.object(request.body());
        Channel channel =
                Term.parse(Channel.class, body.required("channel"))
                        .orElseThrow(() -> new MalformedPayload("The channel is not one of ours"));
        Optional<PhoneNumber> person = numbers.local(body.required("from"));
        String type = body.required("type");
        if (person.isEmpty()) {
            return List.of(Heard.Ignored.NO_NUMBER);
        }
        return List.of(
                switch (type) {
                    case "message" -> message(body, person.get(), channel, numbers);
                    case "receipt" -> receipt(body, person.get(), request);
                    case "complaint" ->
                            new Heard.Complaint(
                                    new ReceiveComplaint.Complaint(
                                            NAME,
                                            Texts.id(body.required("id")),
                                            person.get(),
                                            channel));
                    default -> throw new MalformedPayload("The type is not one of ours");
                });
    }

    private static Heard message(
            Members body, PhoneNumber from, Channel channel, Numbering numbers) {
        Optional<Instant> at = body.time("receivedAt");
        if (at.isEmpty() && body.has("receivedAt")) {
            throw new MalformedPayload("receivedAt is no time");
        }
        return new Heard.Message(
                new InboundMessage(
                        NAME,
                        Texts.id(body.required("id")),
                        from,
                        Texts.sender(numbers.sender(body.required("to"), channel)),
                        channel,
                        body.text("text").map(Texts::message),
                        at,
                        Optional.empty(),
                        false,
                        false));
    }

    private static Heard receipt(Members body, PhoneNumber to, RawRequest request) {
        String id = body.text("messageId").orElseGet(() -> body.required("id"));
        return RECEIPTS.read(
                id,
                to,
                body.required("status"),
                body.text("errorCode"),
                body.text("authorization").or(() -> Receipts.authorization(request)));
    }

    @Override
    public HttpAnswer answer(RawRequest request, List<Result> results) {
        String intent =
                results.stream()
                        .map(Generic::intent)
                        .flatMap(Optional::stream)
                        .map(Intent::term)
                        .findFirst()
                        .orElse(Intent.NONE.term());
        byte[] json = Json.bytes(Json.tree(Map.of("received", true, "intent", intent)));
        return HttpAnswer.json(new String(json, StandardCharsets.UTF_8));
    }

    private static Optional<Intent> intent(Result result) {
        return switch (result) {
            case Result.Answered answered -> Optional.of(answered.received().intent());
            case Result.Recorded recorded -> Optional.empty();
            case Result.Passed passed -> Optional.empty();
        };
    }
}
