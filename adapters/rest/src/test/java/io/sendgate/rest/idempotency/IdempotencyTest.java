package io.sendgate.rest.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sendgate.rest.problem.ProblemException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A repeat is known by its key and its body.
class IdempotencyTest {

    static Stream<List<String>> noKeys() {
        return Stream.of(
                List.of(""), List.of("x".repeat(256)), List.of("a", "b"), List.of("a\u0007"));
    }

    @Test
    void aKeyHasOneTo255Characters() {
        assertThat(Idempotency.key(List.of())).isEmpty();
        assertThat(Idempotency.key(List.of("x"))).contains("x");
        assertThat(Idempotency.key(List.of("x".repeat(255)))).contains("x".repeat(255));
    }

    @ParameterizedTest
    @MethodSource("noKeys")
    void anythingElseIsRefused(List<String> headers) {
        assertThatThrownBy(() -> Idempotency.key(headers))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        thrown -> assertThat(thrown.problem().status()).isEqualTo(400));
    }

    @Test
    void anItemOfABatchHasItsOwnKey() {
        assertThat(Idempotency.ofItem(Optional.of("k"), 3, "h"))
                .isEqualTo(new Idempotency(Optional.of("k/3"), "h"));
        assertThat(Idempotency.ofItem(Optional.empty(), 3, "h").key()).isEmpty();
    }
}
