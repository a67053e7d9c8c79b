package io.sendgate.rest.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;

/// Times, durations and addresses are read as their standards write them.
class FormatsTest {

    private final Schemas schemas = Schemas.load();

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T18:00:00Z, 2026-11-22T18:00:00Z",
        "2026-11-22t18:00:00z, 2026-11-22T18:00:00Z",
        "2026-11-22T18:00:00.123456789+05:30, 2026-11-22T12:30:00.123456789Z",
        "2024-02-29T00:00:00-00:00, 2024-02-29T00:00:00Z",
    })
    void anInstantWithAnOffsetIsRead(String text, Instant instant) {
        assertThat(Rfc3339.instant(text)).contains(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-22T18:00:00",
                "2026-11-22T18:00Z",
                "2026-11-22",
                "2026-11-22 18:00:00Z",
                "2026-02-29T00:00:00Z",
                "2026-13-01T00:00:00Z",
                "2026-11-22T24:00:01Z",
                "2026-11-22T18:00:60Z",
                "2026-11-22T18:00:00+25:00",
                "2026-11-22T18:00:00+0100",
                "9999-12-31T23:59:59-01:00",
                "+12026-01-01T00:00:00Z",
                "1763834400",
                ""
            })
    void anythingElseIsNoInstant(String text) {
        assertThat(Rfc3339.instant(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"P6DT23H, PT167H", "PT25M, PT25M", "-PT1H, PT-1H", "P2W, PT336H", "PT0.5S, PT0.5S"})
    void aDurationIsRead(String text, Duration duration) {
        assertThat(IsoDuration.parse(text)).contains(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "P", "PT", "P1DT", "P1M", "P1Y", "1h", "PT1H1D", "P1W1D", "PT-1H"})
    void anythingElseIsNoDuration(String text) {
        assertThat(IsoDuration.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.com/hook?x=1, true",
        "http://localhost:8080/hook, true",
        "http://127.0.0.1/hook, true",
        "http://[::1]:8080/hook, true",
        "http://example.com/hook, false",
        "https://user:secret@example.com/, false",
        "ftp://example.com/, false",
        "example.com/hook, false",
        "https:///hook, false",
    })
    void aWebhookIsReachedOverHttpsOrOnLoopback(String url, boolean fits) {
        String body = "{\"publicUrl\":\"" + url + "\",\"secrets\":[\"s\"]}";

        assertThat(
                        schemas.check(
                                        "webhook-settings",
                                        StrictJson.parse(
                                                body.getBytes(
                                                        java.nio.charset.StandardCharsets.UTF_8)))
                                .isEmpty())
                .isEqualTo(fits);
    }

    @Test
    void anOffsetIsNoTimeZone() {
        assertThat(check("recipient-facts", "{\"timezone\":\"America/Chicago\"}")).isTrue();
        assertThat(check("recipient-facts", "{\"timezone\":\"+02:00\"}")).isFalse();
        assertThat(check("recipient-facts", "{\"timezone\":\"Mars/Olympus\"}")).isFalse();
        assertThat(check("recipient-facts", "{\"country\":\"UK\"}")).isFalse();
    }

    @Test
    void theClockIsSetOrMovedAndNotBoth() {
        assertThat(check("local-clock", "{\"now\":\"2026-11-22T18:00:00Z\"}")).isTrue();
        assertThat(check("local-clock", "{\"advance\":\"-P1D\"}")).isTrue();
        assertThat(check("local-clock", "{}")).isFalse();
        assertThat(check("local-clock", "{\"now\":\"2026-11-22T18:00:00Z\",\"advance\":\"P1D\"}"))
                .isFalse();
    }

    private boolean check(String schema, String json) {
        return schemas.check(
                        schema,
                        StrictJson.parse(json.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isEmpty();
    }
}
