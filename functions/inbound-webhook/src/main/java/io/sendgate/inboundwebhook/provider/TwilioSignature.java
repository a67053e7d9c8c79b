package io.sendgate.inboundwebhook.provider;

import io.sendgate.aws.WebhookSettings;
import io.sendgate.rest.web.RawRequest;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Twilio's signature: HMAC-SHA1 over the URL and, for a form, every name and value.
///
/// A body that is no form is covered by its hash in the URL. Names and values are joined without a
/// separator and nothing is dated; that is the scheme, and the message id is the guard against
/// replays.
final class TwilioSignature {

    private static final String HEADER = "x-twilio-signature";
    private static final String BODY_HASH = "bodySHA256";

    private TwilioSignature() {}

    /// Whether a request is Twilio's.
    static boolean isGenuine(RawRequest request, WebhookSettings settings) {
        Optional<byte[]> shown = request.header(HEADER).flatMap(Signatures::fromBase64);
        if (shown.isEmpty()) {
            return false;
        }
        try {
            Optional<String> bodyHash = bodyHash(request);
            String parameters = bodyHash.isPresent() ? "" : joined(form(request));
            List<byte[]> expected =
                    urls(settings, request)
                            .flatMap(url -> signatures(settings, url + parameters).stream())
                            .toList();
            boolean bodyCovered = bodyHash.map(hash -> covers(hash, request.body())).orElse(true);
            return bodyCovered & Signatures.anyMatch(expected, List.of(shown.get()));
        } catch (MalformedPayload e) {
            return false;
        }
    }

    /// The signature of a URL and parameters under one token.
    static String sign(String token, String url, Form parameters) {
        byte[] signed = Signatures.utf8(url + joined(parameters));
        return Base64.getEncoder()
                .encodeToString(Signatures.hmac(Signatures.SHA1, Signatures.utf8(token), signed));
    }

    /// The parameters that a form post carries; a GET carries its own in the URL.
    static Form form(RawRequest request) {
        return Form.parse(request.body());
    }

    /// The hash of the body that the URL names.
    static Optional<String> bodyHash(RawRequest request) {
        return request.query().flatMap(query -> Form.parse(query).text(BODY_HASH));
    }

    private static List<byte[]> signatures(WebhookSettings settings, String signed) {
        byte[] bytes = Signatures.utf8(signed);
        return Signatures.each(
                settings.secrets(), token -> Signatures.hmac(Signatures.SHA1, token, bytes));
    }

    /// A name that occurs several times counts once with each of its values, sorted.
    private static String joined(Form form) {
        StringBuilder joined = new StringBuilder();
        form.values()
                .forEach(
                        (name, values) ->
                                new TreeSet<>(values)
                                        .forEach(value -> joined.append(name).append(value)));
        return joined.toString();
    }

    /// With and without port, for Twilio is inconsistent about it; with an apostrophe encoded, too.
    private static Stream<String> urls(WebhookSettings settings, RawRequest request) {
        return PublicUrl.of(settings.publicUrl(), request).withAndWithoutPort().stream()
                .flatMap(url -> Stream.of(url.text(), url.text().replace("'", "%27")))
                .distinct();
    }

    private static boolean covers(String hash, byte[] body) {
        return Signatures.anyMatch(
                List.of(Signatures.utf8(Signatures.hex(Signatures.sha256(body)))),
                List.of(Signatures.utf8(hash)));
    }
}
