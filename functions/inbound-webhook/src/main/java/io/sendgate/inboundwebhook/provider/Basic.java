package io.sendgate.inboundwebhook.provider;

import io.sendgate.aws.WebhookSettings;
import io.sendgate.rest.web.RawRequest;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// HTTP Basic: the provider shows a name and a password, and signs nothing.
final class Basic {

    private static final String SCHEME = "basic ";
    private static final String CHALLENGE = "Basic realm=\"webhooks\", charset=\"UTF-8\"";

    private Basic() {}

    /// Whether a request shows one of the live secrets, each `user:password`.
    static Verdict verify(RawRequest request, WebhookSettings settings) {
        Optional<String> authorization = request.header("authorization");
        if (authorization.isEmpty()) {
            return new Verdict.Anonymous(CHALLENGE);
        }
        List<byte[]> shown =
                authorization
                        .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(SCHEME))
                        .flatMap(
                                value ->
                                        Signatures.fromBase64(
                                                value.substring(SCHEME.length()).strip()))
                        .stream()
                        .toList();
        List<byte[]> expected =
                Signatures.each(
                        settings.secrets().stream()
                                .filter(secret -> secret.indexOf(':') >= 0)
                                .toList(),
                        secret -> secret);
        return Verdict.of(Signatures.anyMatch(expected, shown));
    }
}
