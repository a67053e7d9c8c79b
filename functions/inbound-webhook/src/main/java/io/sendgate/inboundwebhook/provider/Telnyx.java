package io.sendgate.inboundwebhook.provider;

import io.sendgate.aws.WebhookSettings;
import io.sendgate.consent.Intent;
import io.sendgate.contact.Channel;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.gate.InboundMessage;
import io.sendgate.rest.web.RawRequest;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Telnyx: one event in JSON, signed with the account's Ed25519 key.
///
/// The secret is the public key, Base64 of 32 bytes. Where `autoresponse_type` names a keyword
/// Telnyx has replied itself.
public final class Telnyx implements Provider {

    private static final String NAME = "telnyx";
    private static final String SIGNATURE = "telnyx-signature-ed25519";
    private static final String TIMESTAMP = "telnyx-timestamp";
    private static final int KEY_LENGTH = 32;
    private static final byte[] KEY_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final Receipts RECEIPTS =
            new Receipts(
                    NAME, Set.of("sending_failed", "delivery_failed", "expired"), Set.of("40300"));

    private static final Map<String, Intent> KEYWORDS =
            Map.of("STOP", Intent.OPT_OUT, "START", Intent.OPT_IN, "HELP", Intent.HELP);

    private static final Map<String, Channel> CHANNELS =
            Map.of("SMS", Channel.SMS, "MMS", Channel.MMS, "WHATSAPP", Channel.WHATSAPP);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Verdict verify(RawRequest request, WebhookSettings settings) {
        Optional<String> timestamp = request.header(TIMESTAMP);
        Optional<byte[]> shown = request.header(SIGNATURE).flatMap(Signatures::fromBase64);
        boolean fresh =
                timestamp
                        .flatMap(Freshness::unixSeconds)
                        .filter(time -> Freshness.isFresh(time, request.receivedAt()))
                        .isPresent();
        if (!fresh || shown.isEmpty()) {
            return new Verdict.Forged();
        }
        byte[] prefix = Signatures.utf8(timestamp.get() + "|");
        return Verdict.of(
                settings.secrets().stream()
                        .flatMap(secret -> key(secret).stream())
                        .anyMatch(key -> isSigned(key, prefix, request.body(), shown.get())));
    }

    private static Optional<PublicKey> key(String secret) {
        Optional<byte[]> raw =
                Signatures.fromBase64(secret.strip()).filter(key -> key.length == KEY_LENGTH);
        if (raw.isEmpty()) {
            return Optional.empty();
        }
        byte[] encoded = new byte[KEY_PREFIX.length + KEY_LENGTH];
        System.arraycopy(KEY_PREFIX, 0, encoded, 0, KEY_PREFIX.length);
        System.arraycopy(raw.get(), 0, encoded, KEY_PREFIX.length, KEY_LENGTH);
        try {
            return Optional.of(
                    KeyFactory.getInstance("Ed25519")
                            .generatePublic(new X509EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private static boolean isSigned(PublicKey key, byte[] prefix, byte[] body, byte[] shown) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(prefix);
            signature.update(body);
            return signature.verify(shown);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    @Override
    public List<Heard> parse(RawRequest request, Numbering numbers) {
        Members event = Members.object(request.body()).at("data");
        Members payload = event.at("payload");
        return switch (event.required("event_type")) {
            case "message.received" -> List.of(message(payload, event, numbers));
            case "message.sent", "message.finalized" -> receipts(payload, request, numbers);
            default -> List.of(Heard.Ignored.OTHER_EVENT);
        };
    }

    private static Heard message(Members payload, Members event, Numbering numbers) {
        String id = Texts.id(payload.required("id"));
        Optional<Channel> channel =
                Optional.ofNullable(CHANNELS.get(payload.text("type").orElse("SMS")));
        Optional<PhoneNumber> from =
                payload.at("from").text("phone_number").flatMap(numbers::international);
        if (channel.isEmpty()) {
            return Heard.Ignored.OTHER_CHANNEL;
        }
        if (from.isEmpty()) {
            return Heard.Ignored.NO_NUMBER;
        }
        String to =
                payload.list("to").stream()
                        .flatMap(one -> one.text("phone_number").stream())
                        .findFirst()
                        .orElse("");
        Optional<Instant> at = payload.time("received_at").or(() -> event.time("occurred_at"));
        Optional<Intent> heard = payload.text("autoresponse_type").map(KEYWORDS::get);
        return new Heard.Message(
                new InboundMessage(
                        NAME,
                        id,
                        from.get(),
                        Texts.sender(numbers.sender(to, channel.get())),
                        channel.get(),
                        payload.text("text").map(Texts::message),
                        at,
                        heard,
                        heard.isPresent(),
                        false));
    }

    /// A group message has a status for each of its recipients; its errors concern those it failed.
    private static List<Heard> receipts(Members payload, RawRequest request, Numbering numbers) {
        String id = Texts.id(payload.required("id"));
        List<String> codes =
                payload.list("errors").stream()
                        .flatMap(error -> error.text("code").stream())
                        .toList();
        Optional<String> authorization =
                payload.list("tags").stream()
                        .flatMap(tag -> tag.ownText().stream())
                        .filter(tag -> tag.startsWith("auth_"))
                        .findFirst()
                        .or(() -> Receipts.authorization(request));
        return payload.list("to").stream()
                .map(to -> receipt(id, to, RECEIPTS.code(codes), authorization, numbers))
                .toList();
    }

    private static Heard receipt(
            String id,
            Members to,
            Optional<String> code,
            Optional<String> authorization,
            Numbering numbers) {
        Optional<PhoneNumber> number = to.text("phone_number").flatMap(numbers::international);
        Optional<String> status = to.text("status");
        if (number.isEmpty()) {
            return Heard.Ignored.NO_NUMBER;
        }
        if (status.isEmpty()) {
            return Heard.Ignored.INCOMPLETE;
        }
        boolean concerned = RECEIPTS.failed().contains(status.get());
        return RECEIPTS.read(
                id, number.get(), status.get(), code.filter(any -> concerned), authorization);
    }
}
