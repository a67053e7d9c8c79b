package io.sendgate.consentcapture;

import static org.assertj.core.api.Assertions.assertThat;

import io.sendgate.rest.web.RawRequest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class VisitorTest {

    private static final List<String> ALLOWED =
            List.of("https://ada.example", "https://ada.example:8443");

    @ParameterizedTest
    @CsvSource({
        "https://gate.example, own",
        "http://localhost:8080, own",
        "https://ada.example, allowed",
        "https://ada.example:8443, allowed",
        "https://ada.example:443, foreign",
        "http://ada.example, foreign",
        "https://www.ada.example, foreign",
        "https://ada.example.evil.example, foreign",
        "https://evil.example, foreign",
        "HTTPS://ADA.EXAMPLE, foreign",
        "http://localhost:8081, foreign",
        "https://gate.example.evil.example, foreign",
        "https://ada.example/, foreign",
        "null, foreign",
        "'', foreign",
        "*, foreign"
    })
    void anOriginIsOwnOrAllowedExactlyOrForeign(String origin, String expected) {
        Visitor visitor = visitor(List.of(origin));

        String found =
                switch (visitor) {
                    case Visitor.Own own -> "own";
                    case Visitor.Allowed site -> "allowed";
                    case Visitor.Foreign foreign -> "foreign";
                };

        assertThat(found).isEqualTo(expected);
    }

    @Test
    void whoeverIsNoBrowserHasNoOrigin() {
        assertThat(visitor(List.of())).isEqualTo(new Visitor.Own());
    }

    @Test
    void twoOriginsAreForeign() {
        assertThat(visitor(List.of("https://ada.example", "https://ada.example")))
                .isEqualTo(new Visitor.Foreign());
    }

    @Test
    void anAllowedPageMayReadTheAnswerAndNobodyMayBringCredentials() {
        Map<String, String> headers = visitor(List.of("https://ada.example")).headers();

        assertThat(headers)
                .containsEntry("Access-Control-Allow-Origin", "https://ada.example")
                .containsEntry("Vary", "Origin")
                .doesNotContainKey("Access-Control-Allow-Credentials");
    }

    @Test
    void anyOtherPageMayReadNothing() {
        assertThat(visitor(List.of("https://evil.example")).headers()).containsOnlyKeys("Vary");
        assertThat(visitor(List.of("https://gate.example")).headers()).containsOnlyKeys("Vary");
    }

    private static Visitor visitor(List<String> origins) {
        Map<String, List<String>> headers = new HashMap<>();
        headers.put("host", List.of("localhost:8080"));
        if (!origins.isEmpty()) {
            headers.put("origin", origins);
        }
        RawRequest request =
                new RawRequest(
                        "POST",
                        "/forms/form_1",
                        Optional.empty(),
                        headers,
                        new byte[0],
                        "203.0.113.9",
                        Instant.EPOCH);
        return Visitor.of(request, "https://gate.example", ALLOWED);
    }
}
