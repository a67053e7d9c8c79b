package io.sendgate.inboundwebhook.provider;

import io.sendgate.aws.WebhookSettings;
import io.sendgate.rest.web.RawRequest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Plivo's signatures.
///
/// The second version, which messages have, covers the URL without its query and a nonce, and
/// nothing of what is said: whoever has seen one request can say anything to that URL. The third
/// covers it all, and is insisted on where a request shows one.
final class PlivoSignature {

    private static final List<String> V2 =
            List.of("x-plivo-signature-v2", "x-plivo-signature-ma-v2");
    private static final List<String> V3 =
            List.of("x-plivo-signature-v3", "x-plivo-signature-ma-v3");
    private static final String V2_NONCE = "x-plivo-signature-v2-nonce";
    private static final String V3_NONCE = "x-plivo-signature-v3-nonce";

    private PlivoSignature() {}

    /// Whether a request is Plivo's.
    static boolean isGenuine(RawRequest request, WebhookSettings settings) {
        PublicUrl url = PublicUrl.of(settings.publicUrl(), request);
        boolean third = V3.stream().anyMatch(name -> request.header(name).isPresent());
        try {
            return third
                    ? matches(request, settings, V3, V3_NONCE, v3(url, request))
                    : matches(request, settings, V2, V2_NONCE, v2(url));
        } catch (MalformedPayload e) {
            return false;
        }
    }

    /// What the second version covers, before the nonce.
    static List<String> v2(PublicUrl url) {
        return url.withAndWithoutPort().stream().map(PublicUrl::withoutQuery).toList();
    }

    /// What the third version covers, before the nonce; queries may be signed as sent or decoded.
    static List<String> v3(PublicUrl url, RawRequest request) {
        String query = request.query().orElse("");
        String form = joined(Form.parse(request.body()), "");
        boolean get = request.method().equals("GET");
        return url.withAndWithoutPort().stream()
                .flatMap(
                        one ->
                                Stream.of(asSent(query), joined(Form.parse(query), "="))
                                        .distinct()
                                        .map(sorted -> covered(one, sorted, form, get)))
                .toList();
    }

    private static String covered(PublicUrl url, String query, String form, boolean get) {
        String all = get || form.isEmpty() || query.isEmpty() ? query + form : query + "." + form;
        return (all.isEmpty() ? url.withoutQuery() : url.withoutQuery() + "?" + all) + ".";
    }

    private static String asSent(String query) {
        return Arrays.stream(query.split("&")).sorted().collect(Collectors.joining("&"));
    }

    /// Names and values, sorted: `a=b&c=d` for a query, `abcd` for a form.
    private static String joined(Form form, String equals) {
        List<String> pairs = new ArrayList<>();
        form.values()
                .forEach(
                        (name, values) ->
                                values.stream()
                                        .sorted()
                                        .forEach(value -> pairs.add(name + equals + value)));
        return String.join(equals.isEmpty() ? "" : "&", pairs);
    }

    private static boolean matches(
            RawRequest request,
            WebhookSettings settings,
            List<String> headers,
            String nonceHeader,
            List<String> covered) {
        Optional<String> nonce = request.header(nonceHeader).filter(text -> !text.isBlank());
        List<byte[]> expected = new ArrayList<>();
        for (String text : nonce.isPresent() ? covered : Collections.<String>emptyList()) {
            byte[] signed = Signatures.utf8(text + nonce.get());
            expected.addAll(
                    Signatures.each(
                            settings.secrets(),
                            token -> Signatures.hmac(Signatures.SHA256, token, signed)));
        }
        return Signatures.anyMatch(expected, shown(request, headers));
    }

    /// Each header may hold several signatures with commas between them.
    private static List<byte[]> shown(RawRequest request, List<String> headers) {
        return headers.stream()
                .flatMap(name -> request.all(name).stream())
                .flatMap(value -> Arrays.stream(value.split(",")))
                .flatMap(one -> Signatures.fromBase64(one.strip()).stream())
                .toList();
    }
}
