package io.sendgate.inboundwebhook.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.sendgate.aws.WebhookSettings;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What happens when one bit of a genuine request changes: refused wherever the scheme covers it.
class MutationTest {

    /// What a provider's scheme covers.
    ///
    /// @param headers those that prove it, every character of which counts
    private record Scheme(Provider provider, Covers covers, List<String> headers) {

        boolean body() {
            return covers.body();
        }

        boolean url() {
            return covers.url();
        }

        boolean time() {
            return covers.time();
        }
    }

    private record Covers(boolean body, boolean url, boolean time) {}

    private static final Covers NOTHING = new Covers(false, false, false);
    private static final Covers EVERYTHING = new Covers(true, true, true);
    private static final Covers BODY = new Covers(true, false, false);
    private static final Covers BODY_AND_TIME = new Covers(true, false, true);
    private static final Covers BODY_AND_URL = new Covers(true, true, false);
    private static final Covers URL = new Covers(false, true, false);

    private static final Map<String, Scheme> SCHEMES =
            Map.ofEntries(
                    scheme("twilio", new Twilio(), BODY_AND_URL, "x-twilio-signature"),
                    scheme("meta", new Meta(), BODY, "x-hub-signature-256"),
                    scheme(
                            "telnyx",
                            new Telnyx(),
                            BODY_AND_TIME,
                            "telnyx-signature-ed25519",
                            "telnyx-timestamp"),
                    scheme(
                            "plivo",
                            new Plivo(),
                            URL,
                            "x-plivo-signature-v2",
                            "x-plivo-signature-v2-nonce"),
                    scheme(
                            "plivo-v3",
                            new Plivo(),
                            BODY_AND_URL,
                            "x-plivo-signature-v3",
                            "x-plivo-signature-v3-nonce"),
                    scheme("vonage", new Vonage(), BODY_AND_TIME, "authorization"),
                    scheme(
                            "sinch",
                            new Sinch(),
                            BODY,
                            "x-sinch-webhook-signature",
                            "x-sinch-webhook-signature-nonce",
                            "x-sinch-webhook-signature-timestamp"),
                    scheme("aws", new Aws(Samples.sns()), BODY),
                    scheme("bandwidth", new Bandwidth(), NOTHING, "authorization"),
                    scheme("infobip", new Infobip(), NOTHING, "authorization"),
                    scheme(
                            "bird-legacy",
                            new Bird(),
                            BODY_AND_TIME,
                            "messagebird-signature",
                            "messagebird-request-timestamp"),
                    scheme(
                            "bird-channels",
                            new Bird(),
                            EVERYTHING,
                            "messagebird-signature",
                            "messagebird-request-timestamp"),
                    scheme(
                            "bird-platform",
                            new Bird(),
                            BODY_AND_TIME,
                            "webhook-signature",
                            "webhook-id",
                            "webhook-timestamp"),
                    scheme("generic", new Generic(), BODY_AND_TIME, "x-sendgate-signature"));

    /// @param samples what the names of its samples start with; the longest fits
    private static Map.Entry<String, Scheme> scheme(
            String samples, Provider provider, Covers covers, String... headers) {
        return Map.entry(samples, new Scheme(provider, covers, List.of(headers)));
    }

    private static Scheme scheme(String sample) {
        return SCHEMES.entrySet().stream()
                .filter(one -> sample.startsWith(one.getKey() + "-"))
                .max(Comparator.comparingInt(one -> one.getKey().length()))
                .orElseThrow()
                .getValue();
    }

    static Stream<String> samples() {
        return Samples.providers().stream()
                .flatMap(name -> Samples.of(name).stream())
                .filter(name -> !name.endsWith("-verification"));
    }

    private static boolean genuine(Scheme scheme, Requests request) {
        WebhookSettings settings = Samples.settings(scheme.provider().name());
        return scheme.provider().verify(request.raw(), settings) instanceof Verdict.Genuine;
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aSampleIsGenuine(String sample) {
        assertThat(genuine(scheme(sample), Samples.request(sample))).isTrue();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aFlippedBitOfTheBodyIsRefused(String sample) {
        Scheme scheme = scheme(sample);
        Requests request = Samples.request(sample);
        byte[] body = request.raw().body();
        for (int i = 0; i < body.length; i++) {
            boolean believed = genuine(scheme, request.body(Requests.flipped(body, i)));
            assertThat(believed).as("byte %d", i).isEqualTo(!scheme.body());
        }
        boolean hadNone = body.length == 0;
        assertThat(genuine(scheme, request.body(new byte[0]))).isEqualTo(hadNone || !scheme.body());
        assertThat(genuine(scheme, request.body("{}"))).isEqualTo(!scheme.body());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aFlippedBitOfAProvingHeaderIsRefused(String sample) {
        Scheme scheme = scheme(sample);
        Requests request = Samples.request(sample);
        for (String name : scheme.headers()) {
            String value = request.raw().header(name).orElseThrow();
            for (int i = 0; i < value.length(); i++) {
                String flipped = Requests.flipped(value, i);
                assertThat(genuine(scheme, request.header(name, flipped)))
                        .as("%s, character %d", name, i)
                        .isFalse();
            }
            assertThat(genuine(scheme, request.without(name))).as("without %s", name).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void anotherUrlIsRefused(String sample) {
        Scheme scheme = scheme(sample);
        Requests request = Samples.request(sample);
        boolean elsewhere = genuine(scheme, request.path(request.raw().path() + "b"));
        assertThat(elsewhere).isEqualTo(!scheme.url());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void anotherTimeIsRefused(String sample) {
        Scheme scheme = scheme(sample);
        Requests request = Samples.request(sample);
        Duration tolerance = Duration.ofMinutes(5);
        assertThat(genuine(scheme, request.at(Samples.SENT.plus(tolerance)))).isTrue();
        assertThat(genuine(scheme, request.at(Samples.SENT.minus(tolerance)))).isTrue();
        Duration more = tolerance.plusSeconds(1);
        assertThat(genuine(scheme, request.at(Samples.SENT.plus(more)))).isEqualTo(!scheme.time());
        assertThat(genuine(scheme, request.at(Samples.SENT.minus(more)))).isEqualTo(!scheme.time());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void anotherSecretIsRefused(String sample) {
        Scheme scheme = scheme(sample);
        WebhookSettings wrong =
                Requests.settings("https://hooks.sendgate.example", "another", "secret");
        assertThat(scheme.provider().verify(Samples.request(sample).raw(), wrong))
                .isNotInstanceOf(Verdict.Genuine.class);
    }
}
