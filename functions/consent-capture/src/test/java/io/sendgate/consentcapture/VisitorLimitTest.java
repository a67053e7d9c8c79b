package io.sendgate.consentcapture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sendgate.rest.problem.ProblemException;

import org.junit.jupiter.api.Test;

import java.util.stream.IntStream;

class VisitorLimitTest {

    @Test
    void anAddressThatPostsTooOftenIsToldWhenToComeBack() {
        VisitorLimit limit = new VisitorLimit(() -> 0);
        IntStream.range(0, 60).forEach(i -> limit.count("203.0.113.9"));

        ProblemException refusal =
                catchThrowableOfType(ProblemException.class, () -> limit.count("203.0.113.9"));

        assertThat(refusal.problem().status()).isEqualTo(429);
        assertThat(refusal.headers()).containsEntry("Retry-After", "1");
        assertThat(limit.count("203.0.113.10")).containsKey("RateLimit");
    }
}
