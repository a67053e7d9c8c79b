package io.sendgate.wire.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.sendgate.decision.Decision;
import io.sendgate.decision.Fix;
import io.sendgate.decision.Reason;
import io.sendgate.message.Purpose;
import io.sendgate.message.SendRequest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;

/// Following every fix turns the answer, where it can be turned.
class FixesTest {

    private static final int SCENARIOS = 500;

    @ParameterizedTest
    @ValueSource(strings = {"backbone", "crm-text", "sipstack", "customerflows"})
    void followingEveryFixTurnsTheAnswer(String policy) {
        int turned = 0;
        for (int seed = 0; seed < SCENARIOS; seed++) {
            FixScenario scenario = new FixScenario(policy, seed);
            Decision last = scenario.follow();
            boolean stuck = last.reasons().stream().anyMatch(FixesTest::cannotBeTurned);
            assertThat(last.allows() || stuck)
                    .as("%s, seed %d: %s", policy, seed, last.reasons())
                    .isTrue();
            turned += last.allows() ? 1 : 0;
        }
        assertThat(turned).isGreaterThan(SCENARIOS / 4);
    }

    @Test
    void everyFailingRuleIsListed() {
        Gate gate = new Gate("customerflows");
        gate.world.clock.set(java.time.Instant.parse("2026-11-22T04:00:00Z"));
        SendRequest bare =
                Gate.request(Purpose.MARKETING, Optional.empty(), Optional.of("20% off drains"));

        assertThat(gate.ask(bare).decision().codes())
                .extracting(code -> code.term())
                .containsExactly(
                        "consent-missing",
                        "business-name-missing",
                        "opt-out-line-missing",
                        "quiet-hours");
    }

    private static boolean cannotBeTurned(Reason reason) {
        return switch (reason.fix()) {
            case Fix.None fix -> true;
            case Fix.Appeal fix -> true;
            case Fix.AwaitReview fix -> true;
            default -> false;
        };
    }
}
