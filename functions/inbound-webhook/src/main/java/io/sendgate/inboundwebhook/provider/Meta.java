package io.sendgate.inboundwebhook.provider;

import io.sendgate.aws.WebhookSettings;
import io.sendgate.rest.web.RawRequest;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Meta's WhatsApp Cloud API: batches in JSON, signed with the app secret.
///
/// Before it sends anything it asks by GET whether the URL is ours. Nothing is dated by the
/// signature; messages have times of their own, and ids against replays.
public final class Meta implements Provider {

    private static final String NAME = "meta";
    private static final String HEADER = "x-hub-signature-256";
    private static final String SCHEME = "sha256=";
    private static final int FIRST_ESCAPED = 0x80;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Verdict verify(RawRequest request, WebhookSettings settings) {
        return Verdict.of(
                isHandshake(request)
                        ? isSubscription(request, settings)
                        : isSigned(request, settings));
    }

    private static boolean isHandshake(RawRequest request) {
        return request.method().equals("GET");
    }

    private static boolean isSubscription(RawRequest request, WebhookSettings settings) {
        try {
            Form query = Form.parse(request.query().orElse(""));
            List<byte[]> shown =
                    query.text("hub.verify_token").map(Signatures::utf8).stream().toList();
            List<byte[]> expected =
                    Signatures.each(settings.verifyToken().stream().toList(), token -> token);
            return query.text("hub.mode").filter("subscribe"::equals).isPresent()
                    & query.text("hub.challenge").isPresent()
                    & Signatures.anyMatch(expected, shown);
        } catch (MalformedPayload e) {
            return false;
        }
    }

    private static boolean isSigned(RawRequest request, WebhookSettings settings) {
        List<byte[]> shown =
                request
                        .header(HEADER)
                        .filter(value -> value.startsWith(SCHEME))
                        .flatMap(value -> Signatures.fromHex(value.substring(SCHEME.length())))
                        .stream()
                        .toList();
        return Signatures.anyMatch(signatures(settings, request.body()), shown)
                || escaped(request.body())
                        .filter(body -> Signatures.anyMatch(signatures(settings, body), shown))
                        .isPresent();
    }

    private static List<byte[]> signatures(WebhookSettings settings, byte[] body) {
        return Signatures.each(
                settings.secrets(), secret -> Signatures.hmac(Signatures.SHA256, secret, body));
    }

    /// The body as Meta says that it signs it: everything beyond ASCII as `\\u00e4`.
    ///
    /// That is what it sends, too; a body that arrives otherwise was unescaped on its way.
    private static Optional<byte[]> escaped(byte[] body) {
        StringBuilder ascii = new StringBuilder(body.length);
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .chars()
                    .forEach(c -> append(ascii, (char) c));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
        return Optional.of(Signatures.utf8(ascii.toString()))
                .filter(bytes -> bytes.length != body.length);
    }

    private static void append(StringBuilder ascii, char c) {
        if (c < FIRST_ESCAPED) {
            ascii.append(c);
        } else {
            ascii.append("\\u").append(HexFormat.of().toHexDigits(c));
        }
    }

    @Override
    public List<Heard> parse(RawRequest request, Numbering numbers) {
        if (isHandshake(request)) {
            return List.of();
        }
        Members body = Members.object(request.body());
        if (!body.at("entry").node().isArray()) {
            throw new MalformedPayload("The body lacks entry");
        }
        return body.list("entry").stream()
                .flatMap(entry -> parse(entry, request, numbers))
                .toList();
    }

    /// What one entry of a batch says.
    private static Stream<Heard> parse(Members entry, RawRequest request, Numbering numbers) {
        WhatsAppEvents events =
                new WhatsAppEvents(
                        NAME,
                        entry.text("id").orElse(""),
                        numbers,
                        Receipts.authorization(request));
        return entry.list("changes").stream().flatMap(events::change);
    }

    @Override
    public HttpAnswer answer(RawRequest request, List<Result> results) {
        return isHandshake(request)
                ? HttpAnswer.text(Form.parse(request.query().orElse("")).required("hub.challenge"))
                : HttpAnswer.EMPTY;
    }
}
