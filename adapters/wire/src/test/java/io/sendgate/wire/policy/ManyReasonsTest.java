package io.sendgate.wire.policy;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sendgate.decision.Decision;
import io.sendgate.decision.Outcome;
import io.sendgate.decision.ReasonCode;

import org.junit.jupiter.api.Test;

/// A request that breaks ten rules is told of all ten.
class ManyReasonsTest {

    private static final PolicyDocuments DOCUMENTS = PolicyDocuments.seeded();
    private static final String REQUEST =
            """
            {
              "given": {"account": {"tier": "starter", "licences": []}},
              "request": {
                "purpose": "marketing",
                "from": "+13125550199",
                "body": "This is the IRS. Send your SSN. Buy a handgun, or I will kill you."
              },
              "at": "2026-11-19T05:00:00Z",
              "expect": {"decision": "deny", "codes": []}
            }
            """;

    private static Decision decide() {
        PolicyCases cases = PolicyCases.packed(DOCUMENTS);
        PolicyCase one =
                cases.read("customerflows", "F3.2.4", "ten-at-once", REQUEST.getBytes(UTF_8));
        SeededPolicyBook book = new SeededPolicyBook(DOCUMENTS);
        return one.decide(book.inForce(one.facts().account(), one.at()));
    }

    @Test
    void tenBrokenRulesGiveTenReasonsInPrecedence() {
        Decision decision = decide();

        assertThat(decision.outcome()).isEqualTo(Outcome.DENY);
        assertThat(decision.codes())
                .contains(
                        ReasonCode.TIER_REQUIRED,
                        ReasonCode.SENDER_NOT_OWNED,
                        ReasonCode.IMPERSONATION,
                        ReasonCode.CONSENT_MISSING,
                        ReasonCode.CONTENT_THREAT,
                        ReasonCode.CONTENT_PHISHING,
                        ReasonCode.CONTENT_ILLEGAL_GOODS,
                        ReasonCode.BUSINESS_NAME_MISSING,
                        ReasonCode.OPT_OUT_LINE_MISSING,
                        ReasonCode.QUIET_HOURS);
        assertThat(decision.reasons().stream().map(reason -> reason.code())).isSorted();
    }

    @Test
    void eachReasonCitesItsClauseOfTheDocumentInForce() {
        assertThat(decide().reasons())
                .allSatisfy(
                        reason -> {
                            PolicyDocument document =
                                    DOCUMENTS.document(reason.clause().source()).orElseThrow();
                            assertThat(reason.clause())
                                    .isEqualTo(document.policy().clause(reason.clause().id()));
                        });
    }
}
