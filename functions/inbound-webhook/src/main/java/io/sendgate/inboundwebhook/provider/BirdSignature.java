package io.sendgate.inboundwebhook.provider;

import io.sendgate.aws.WebhookSettings;
import io.sendgate.rest.web.RawRequest;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The signatures of Bird's three generations, told apart by their headers.
final class BirdSignature {

    private static final String STANDARD = "webhook-signature";
    private static final String STANDARD_ID = "webhook-id";
    private static final String STANDARD_TIME = "webhook-timestamp";
    private static final String STANDARD_KEY = "whsec_";
    private static final String STANDARD_VERSION = "v1,";
    private static final String TOKEN = "messagebird-signature-jwt";
    private static final String SIGNATURE = "messagebird-signature";
    private static final String TIMESTAMP = "messagebird-request-timestamp";
    private static final String ISSUER = "MessageBird";
    private static final List<String> ALGORITHMS = List.of("HS256", "HS384", "HS512");
    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    private BirdSignature() {}

    /// Whether a request is Bird's.
    static boolean isGenuine(RawRequest request, WebhookSettings settings) {
        if (request.header(STANDARD).isPresent()) {
            return isStandard(request, settings);
        }
        Optional<Jwt> token = request.header(TOKEN).flatMap(Jwt::parse);
        return request.header(TOKEN).isPresent()
                ? token.filter(shown -> isToken(shown, request, settings)).isPresent()
                : isDated(request, settings);
    }

    /// Standard Webhooks: `id.time.body`, several signatures while a secret is being changed.
    private static boolean isStandard(RawRequest request, WebhookSettings settings) {
        Optional<String> id = request.header(STANDARD_ID);
        Optional<String> time = fresh(request, STANDARD_TIME);
        if (id.isEmpty() || time.isEmpty()) {
            return false;
        }
        byte[] start = Signatures.utf8(id.get() + "." + time.get() + ".");
        List<byte[]> expected =
                settings.secrets().stream()
                        .flatMap(secret -> key(secret).stream())
                        .map(key -> Signatures.hmac(Signatures.SHA256, key, start, request.body()))
                        .toList();
        List<byte[]> shown =
                request.all(STANDARD).stream()
                        .flatMap(value -> Arrays.stream(value.split(" ")))
                        .filter(one -> one.startsWith(STANDARD_VERSION))
                        .map(one -> one.substring(STANDARD_VERSION.length()))
                        .flatMap(one -> Signatures.fromBase64(one).stream())
                        .toList();
        return Signatures.anyMatch(expected, shown);
    }

    private static Optional<byte[]> key(String secret) {
        return Optional.of(secret.strip())
                .filter(text -> text.startsWith(STANDARD_KEY))
                .flatMap(text -> Signatures.fromBase64(text.substring(STANDARD_KEY.length())))
                .filter(key -> key.length > 0);
    }

    /// A token that covers the URL, the body and the minute.
    private static boolean isToken(Jwt token, RawRequest request, WebhookSettings settings) {
        boolean known =
                token.isSigned(settings.secrets(), ALGORITHMS)
                        && token.claims().text("iss").filter(ISSUER::equals).isPresent();
        boolean ofUrl =
                urls(request, settings)
                        .anyMatch(url -> token.hashes("url_hash", Signatures.utf8(url)));
        boolean bodyless = request.body().length == 0;
        boolean ofBody =
                bodyless
                        ? !token.claims().has("payload_hash")
                        : token.hashes("payload_hash", request.body());
        return known && ofUrl && ofBody && isNow(token, request.receivedAt());
    }

    private static boolean isNow(Jwt token, Instant now) {
        Optional<Instant> from = token.claims().unixSeconds("nbf");
        Optional<Instant> until = token.claims().unixSeconds("exp");
        return from.isPresent()
                && until.isPresent()
                && !from.get().minus(TOLERANCE).isAfter(now)
                && until.get().plus(TOLERANCE).isAfter(now);
    }

    /// The older header: a time, then the URL or, older still, the sorted query, then the body's
    /// hash.
    private static boolean isDated(RawRequest request, WebhookSettings settings) {
        Optional<String> time = fresh(request, TIMESTAMP);
        Optional<byte[]> shown = request.header(SIGNATURE).flatMap(Signatures::fromBase64);
        if (time.isEmpty() || shown.isEmpty()) {
            return false;
        }
        byte[] hash = Signatures.sha256(request.body());
        List<byte[]> expected =
                Stream.concat(urls(request, settings), Stream.of(sorted(request)))
                        .map(where -> Signatures.utf8(time.get() + "\n" + where + "\n"))
                        .flatMap(start -> dated(settings, start, hash).stream())
                        .toList();
        return Signatures.anyMatch(expected, List.of(shown.get()));
    }

    private static List<byte[]> dated(WebhookSettings settings, byte[] start, byte[] hash) {
        return Signatures.each(
                settings.secrets(), key -> Signatures.hmac(Signatures.SHA256, key, start, hash));
    }

    private static Stream<String> urls(RawRequest request, WebhookSettings settings) {
        return PublicUrl.of(settings.publicUrl(), request).withAndWithoutPort().stream()
                .map(PublicUrl::text);
    }

    private static String sorted(RawRequest request) {
        return Arrays.stream(request.query().orElse("").split("&"))
                .sorted()
                .collect(Collectors.joining("&"));
    }

    private static Optional<String> fresh(RawRequest request, String header) {
        return request.header(header)
                .filter(
                        text ->
                                Freshness.unixSeconds(text)
                                        .filter(
                                                time ->
                                                        Freshness.isFresh(
                                                                time, request.receivedAt()))
                                        .isPresent());
    }
}
