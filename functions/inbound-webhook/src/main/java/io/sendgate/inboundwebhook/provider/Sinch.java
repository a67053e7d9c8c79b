package io.sendgate.inboundwebhook.provider;

import io.sendgate.aws.WebhookSettings;
import io.sendgate.rest.web.RawRequest;

import java.util.List;
import java.util.Optional;

/// Sinch, its SMS and its Conversation API: one event in JSON, signed with a nonce and a time.
///
/// The time is not checked for freshness: whether a delivery that is repeated hours later is dated
/// anew is not known, and a STOP that is refused is lost.
public final class Sinch implements Provider {

    static final String NAME = "sinch";
    private static final String SIGNATURE = "x-sinch-webhook-signature";
    private static final String NONCE = "x-sinch-webhook-signature-nonce";
    private static final String TIMESTAMP = "x-sinch-webhook-signature-timestamp";
    private static final String ALGORITHM = "x-sinch-webhook-signature-algorithm";
    private static final String ONLY_ALGORITHM = "HmacSHA256";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Verdict verify(RawRequest request, WebhookSettings settings) {
        Optional<String> nonce = request.header(NONCE);
        Optional<String> timestamp = request.header(TIMESTAMP);
        Optional<byte[]> shown = request.header(SIGNATURE).flatMap(Signatures::fromBase64);
        boolean usual =
                request.header(ALGORITHM).filter(name -> !name.equals(ONLY_ALGORITHM)).isEmpty();
        if (!usual || nonce.isEmpty() || timestamp.isEmpty() || shown.isEmpty()) {
            return new Verdict.Forged();
        }
        byte[] end = Signatures.utf8("." + nonce.get() + "." + timestamp.get());
        List<byte[]> expected =
                Signatures.each(
                        settings.secrets(),
                        secret -> Signatures.hmac(Signatures.SHA256, secret, request.body(), end));
        return Verdict.of(Signatures.anyMatch(expected, List.of(shown.get())));
    }

    @Override
    public List<Heard> parse(RawRequest request, Numbering numbers) {
        Members event = Members.object(request.body());
        Optional<String> authorization = Receipts.authorization(request);
        return event.has("type")
                ? new SinchSms(numbers, authorization).parse(event)
                : List.of(new SinchConversation(numbers, authorization).parse(event));
    }
}
