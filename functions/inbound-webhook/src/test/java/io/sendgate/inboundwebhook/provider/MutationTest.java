package io.sendgate.inboundwebhook.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.sendgate.aws.WebhookSettings;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What happens when one bit of a genuine request changes: refused wherever the scheme covers it.
class MutationTest {

    /// What a provider's scheme covers.
    ///
    /// @param headers those that prove it, every character of which counts
    private record Scheme(
            Provider provider, Set<String> headers, boolean body, boolean url, boolean time) {}

    private static final Map<String, Scheme> SCHEMES =
            Map.ofEntries(
                    scheme(new Twilio(), Set.of("x-twilio-signature"), true, true, false),
                    scheme(new Meta(), Set.of("x-hub-signature-256"), true, false, false),
                    scheme(
                            new Telnyx(),
                            Set.of("telnyx-signature-ed25519", "telnyx-timestamp"),
                            true,
                            false,
                            true),
                    scheme(new Generic(), Set.of("x-sendgate-signature"), true, false, true));

    private static Map.Entry<String, Scheme> scheme(
            Provider provider, Set<String> headers, boolean body, boolean url, boolean time) {
        return Map.entry(provider.name(), new Scheme(provider, headers, body, url, time));
    }

    private static Scheme scheme(String sample) {
        String provider = sample.substring(0, sample.indexOf('-'));
        return Optional.ofNullable(SCHEMES.get(provider)).orElseThrow();
    }

    static Stream<String> samples() {
        return SCHEMES.keySet().stream()
                .sorted()
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
        assertThat(genuine(scheme, request.body(new byte[0]))).isEqualTo(!scheme.body());
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
