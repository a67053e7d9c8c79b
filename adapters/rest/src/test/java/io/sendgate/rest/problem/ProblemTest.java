package io.sendgate.rest.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.sendgate.rest.schema.Schemas;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// A problem is written as RFC 9457 has it, and says nothing it should not.
class ProblemTest {

    private static String json(Problem problem) {
        return new String(problem.toBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void aProblemHasItsMembersInAFixedOrder() {
        Problem problem =
                Problem.of(422, "consent-refused", "This is no consent")
                        .because("The box was ticked")
                        .at(List.of(new Violation("/disclosure/preTicked", "must not be true")))
                        .with("reasons", List.of())
                        .with("capture", "cons_1");

        assertThat(json(problem))
                .isEqualTo(
                        """
                        {"type":"/problems/consent-refused","title":"This is no consent",\
                        "status":422,\
                        "detail":"The box was ticked","errors":[{"pointer":"/disclosure/preTicked",\
                        "detail":"must not be true"}],"capture":"cons_1","reasons":[]}\
                        """);
    }

    @Test
    void whatIsAbsentIsLeftOut() {
        assertThat(json(Problem.NOT_FOUND))
                .isEqualTo(
                        """
                        {"type":"/problems/not-found","title":"There is no such thing",\
                        "status":404}\
                        """);
    }

    @ParameterizedTest
    @EnumSource(ProblemType.class)
    void everyKindFitsThePublishedSchemaAndIsFoundByItsStatus(ProblemType type) {
        assertThat(Schemas.load().check("problem", Problem.of(type).toJson())).isEmpty();
        assertThat(ProblemType.ofStatus(type.status()).status()).isEqualTo(type.status());
    }

    @Test
    void aStatusNobodyKnowsIsStillAProblem() {
        assertThat(ProblemType.ofStatus(418)).isEqualTo(ProblemType.BAD_REQUEST);
        assertThat(ProblemType.ofStatus(599)).isEqualTo(ProblemType.INTERNAL_ERROR);
    }

    @Test
    void theLogGetsClassesAndAPlaceAndNeverAMessage() {
        IllegalStateException thrown =
                new IllegalStateException("+16505551234", new IllegalArgumentException("Hi Bob"));

        String trace = Trace.of(thrown);

        assertThat(trace)
                .contains("IllegalStateException", "IllegalArgumentException", "ProblemTest")
                .doesNotContain("+16505551234", "Bob");
    }

    @Test
    void aProblemOnItsWayCarriesItsHeadersAndNoStack() {
        ProblemException thrown =
                new ProblemException(Problem.NOT_FOUND, Map.of("Retry-After", "1"));

        assertThat(thrown.getStackTrace()).isEmpty();
        assertThat(thrown.headers()).containsEntry("Retry-After", "1");
    }
}
