package io.sendgate.rest.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import io.sendgate.decision.Advice;
import io.sendgate.decision.ClauseRef;
import io.sendgate.decision.Decision;
import io.sendgate.decision.Fix;
import io.sendgate.decision.Outcome;
import io.sendgate.decision.PolicyRef;
import io.sendgate.decision.Reason;
import io.sendgate.decision.ReasonCode;
import io.sendgate.rest.schema.Json;
import io.sendgate.rest.schema.Schemas;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A decision is answered as the contract writes it.
class DecisionViewTest {

    private static final Instant NOW = Instant.parse("2026-11-22T03:10:00Z");
    private static final Instant MORNING = Instant.parse("2026-11-22T14:00:00Z");
    private static final PolicyRef POLICY =
            new PolicyRef("customerflows", "2026-01", "sha256:00", "enforced");
    private static final PolicyRef PACK = new PolicyRef("us-states", "1", "sha256:11", "enforced");
    private static final Reason QUIET =
            new Reason(
                    ReasonCode.QUIET_HOURS,
                    Outcome.DEFER,
                    Optional.of(MORNING),
                    new ClauseRef(
                            "us-states",
                            "1",
                            "TX",
                            "Hours in Texas",
                            Optional.of(
                                    new ClauseRef.Authority(
                                            "Code 1", LocalDate.of(2026, 1, 2), "P"))),
                    Map.of("zones", List.of("America/Chicago"), "localTimes", List.of("21:10")),
                    new Fix.SendAt(MORNING));

    private static Decision decision(
            Outcome outcome, List<Reason> reasons, Optional<Decision.Would> would) {
        return new Decision(
                outcome,
                outcome == Outcome.DEFER ? Optional.of(MORNING) : Optional.empty(),
                reasons,
                List.of(),
                would,
                outcome == Outcome.ALLOW ? Optional.of(NOW.plusSeconds(600)) : Optional.empty(),
                POLICY,
                List.of(PACK),
                NOW);
    }

    private static JsonNode json(Decision decision, Optional<String> caseId) {
        return Json.tree(DecisionView.of("auth_1", decision, caseId));
    }

    @Test
    void aDeferralSaysUntilWhenAndWhy() {
        JsonNode json =
                json(decision(Outcome.DEFER, List.of(QUIET), Optional.empty()), Optional.empty());

        assertThat(json.toString())
                .isEqualTo(
                        """
                        {"id":"auth_1","decision":"defer","until":"2026-11-22T14:00:00Z",\
                        "reasons":[\
                        {"code":"quiet-hours","outcome":"defer","until":"2026-11-22T14:00:00Z",\
                        "clause":{"source":"us-states","version":"1","id":"TX",\
                        "summary":"Hours in Texas",\
                        "citation":"Code 1","readAt":"2026-01-02","grade":"P"},\
                        "facts":{"localTimes":["21:10"],"zones":["America/Chicago"]},\
                        "fix":"Send at or after 2026-11-22T14:00:00Z"}],"advice":[],\
                        "would":null,"permit":null,\
                        "case":null,"policy":{"id":"customerflows","version":"2026-01",\
                        "digest":"sha256:00",\
                        "status":"enforced"},"packs":[{"id":"us-states",\
                        "version":"1","digest":"sha256:11"}],\
                        "decidedAt":"2026-11-22T03:10:00Z"}\
                        """);
    }

    @Test
    void anAllowCarriesAPermitAndAReviewItsCase() {
        JsonNode allow =
                json(decision(Outcome.ALLOW, List.of(), Optional.empty()), Optional.empty());
        JsonNode review =
                json(decision(Outcome.REVIEW, List.of(), Optional.empty()), Optional.of("case_1"));

        assertThat(allow.path("permit").path("expiresAt").asText())
                .isEqualTo("2026-11-22T03:20:00Z");
        assertThat(allow.get("until").isNull()).isTrue();
        assertThat(review.path("case").asText()).isEqualTo("case_1");
        assertThat(review.get("permit").isNull()).isTrue();
    }

    @Test
    void inShadowTheAnswerSaysWhatWouldHaveBeen() {
        Decision.Would would =
                new Decision.Would(Outcome.DEFER, Optional.of(MORNING), List.of(QUIET));

        JsonNode json =
                json(decision(Outcome.ALLOW, List.of(), Optional.of(would)), Optional.empty());

        assertThat(json.path("would").path("decision").asText()).isEqualTo("defer");
        assertThat(json.path("would").path("reasons").path(0).path("code").asText())
                .isEqualTo("quiet-hours");
    }

    @Test
    void everyAnswerFitsItsPublishedSchema() {
        Schemas schemas = Schemas.load();
        Decision advised =
                new Decision(
                        Outcome.ALLOW,
                        Optional.empty(),
                        List.of(),
                        List.of(
                                new Advice(
                                        ReasonCode.NAME_YOUR_BRAND,
                                        new ClauseRef(
                                                "crm-text", "1", "C1", "Say who", Optional.empty()),
                                        "Say who writes")),
                        Optional.of(
                                new Decision.Would(Outcome.DENY, Optional.empty(), List.of(QUIET))),
                        Optional.of(MORNING),
                        POLICY,
                        List.of(PACK),
                        NOW);

        assertThat(schemas.check("decision", json(advised, Optional.empty()))).isEmpty();
        assertThat(
                        schemas.check(
                                "decision",
                                json(
                                        decision(Outcome.DEFER, List.of(QUIET), Optional.empty()),
                                        Optional.of("case_1"))))
                .isEmpty();
    }
}
