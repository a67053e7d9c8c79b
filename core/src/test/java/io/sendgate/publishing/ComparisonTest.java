package io.sendgate.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import io.sendgate.decision.ClauseRef;
import io.sendgate.decision.Decision;
import io.sendgate.decision.Fix;
import io.sendgate.decision.Outcome;
import io.sendgate.decision.PolicyRef;
import io.sendgate.decision.Reason;
import io.sendgate.decision.ReasonCode;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class ComparisonTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private final Comparison comparison = new Comparison();

    private static Reason reason(String version, String clause, Optional<Instant> until) {
        return new Reason(
                ReasonCode.QUIET_HOURS,
                until.isPresent() ? Outcome.DEFER : Outcome.DENY,
                until,
                new ClauseRef("flows", version, clause, "By day.", Optional.empty()),
                Map.of(),
                new Fix.None());
    }

    private static Decision decision(String version, Reason... reasons) {
        return new Decision(
                Arrays.stream(reasons)
                        .map(Reason::outcome)
                        .reduce(Outcome.ALLOW, Outcome::stronger),
                Optional.empty(),
                List.of(reasons),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                new PolicyRef("flows", version, "sha256:00", "enforced"),
                List.of(),
                NOW);
    }

    @Test
    void theSameReasonsUnderAnotherVersionAreNoDifference() {
        comparison.add(
                "auth_1",
                decision("1", reason("1", "F4", Optional.of(NOW))),
                decision("2", reason("2", "F4", Optional.of(NOW))));

        assertThat(comparison.decided()).isEqualTo(1);
        assertThat(comparison.same()).isEqualTo(1);
        assertThat(comparison.differences()).isEmpty();
    }

    @Test
    void whatFailsAnewNoLongerOrOtherwiseIsCountedByItsClause() {
        comparison.add("auth_1", decision("1"), decision("2", reason("2", "F4", Optional.of(NOW))));
        comparison.add("auth_2", decision("1", reason("1", "F4", Optional.of(NOW))), decision("2"));
        comparison.add(
                "auth_3",
                decision(
                        "1",
                        reason("1", "F4", Optional.of(NOW)),
                        reason("1", "F5", Optional.empty())),
                decision(
                        "2",
                        reason("2", "F4", Optional.of(NOW.plusSeconds(1))),
                        reason("2", "F5", Optional.empty())));

        assertThat(comparison.same()).isZero();
        assertThat(comparison.differences())
                .singleElement()
                .satisfies(
                        one -> {
                            assertThat(one.clause().id()).isEqualTo("F4");
                            assertThat(List.of(one.added(), one.removed(), one.changed()))
                                    .containsExactly(1L, 1L, 1L);
                            assertThat(one.examples())
                                    .containsExactly("auth_1", "auth_2", "auth_3");
                        });
        assertThat(comparison.outcomes().get(Outcome.ALLOW)).containsEntry(Outcome.DEFER, 1L);
        assertThat(comparison.outcomes().get(Outcome.DEFER)).containsEntry(Outcome.ALLOW, 1L);
    }
}
