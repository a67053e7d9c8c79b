package io.sendgate.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;

class StampTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-22T14:00:00Z",
                "2026-11-22T14:00:00.120Z",
                "2026-11-22T14:00:00.123456789Z",
                "1969-12-31T23:59:59.999Z"
            })
    void anInstantIsReadBackAsItWas(String text) {
        Instant instant = Instant.parse(text);

        assertThat(Instant.parse(Stamp.of(instant))).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 10, 100, 999, 1_000, 60_000})
    void textSortsAsTimeDoes(long later) {
        Instant instant = Instant.parse("2026-11-22T14:00:00Z");

        assertThat(Stamp.of(instant)).isLessThan(Stamp.of(instant.plusMillis(later)));
    }
}
