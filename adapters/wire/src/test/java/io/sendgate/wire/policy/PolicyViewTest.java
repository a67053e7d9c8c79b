package io.sendgate.wire.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import io.sendgate.wire.json.SendgateJson;
import io.sendgate.wire.policy.PolicyView.ClauseView;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class PolicyViewTest {

    private static final PolicyDocuments DOCUMENTS = PolicyDocuments.seeded();
    private static final PolicyDocument FLOWS = DOCUMENTS.document("customerflows").orElseThrow();
    private static final PolicyView VIEW =
            PolicyView.of(FLOWS, Optional.empty(), clause -> List.of("a-case-of-" + clause));

    private static ClauseView clause(String id) {
        return VIEW.clauses().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void everyClauseIsShownInTheDocumentsOrder() {
        assertThat(VIEW.clauses()).hasSize(89);
        assertThat(VIEW.clauses().getFirst().id()).isEqualTo("F1.1");
        assertThat(VIEW.digest()).isEqualTo(FLOWS.policy().ref().digest());
    }

    @Test
    void aClauseShowsItsRuleItsParametersAndItsCases() {
        ClauseView weekly = clause("F4.4.1");

        assertThat(weekly.rule()).containsExactly("weekly-cap");
        assertThat(weekly.parameters().get("weekly-cap"))
                .containsEntry("per", SendgateJson.strict().valueToTree("P7D"))
                .containsEntry("max", SendgateJson.strict().valueToTree(1))
                .doesNotContainKeys("id", "clause");
        assertThat(weekly.cases()).containsExactly("a-case-of-F4.4.1");
    }

    @Test
    void theClauseOfAnExceptionShowsTheRuleThatMakesIt() {
        assertThat(clause("F4.3.3").rule()).isEqualTo(clause("F4.3.2").rule());
    }

    @Test
    void aClauseThatNoRuleKeepsSaysWhatDoes() {
        assertThat(clause("F3.5.2").enforced()).containsExactly("attestation");
        assertThat(clause("F3.5.2").rule()).isEmpty();
        assertThat(clause("F3.5.2").note()).isPresent();
    }

    @Test
    void itsJsonLeavesOutWhatTheDocumentDoesNotSay() {
        JsonNode json = SendgateJson.strict().valueToTree(VIEW);

        assertThat(json.has("lastUpdated")).isFalse();
        assertThat(json.at("/clauses/0/enforced/0").asText()).isEqualTo("metadata");
        assertThat(json.at("/clauses/0/authority").isMissingNode()).isTrue();
    }

    @Test
    void theListShowsALineForEachPolicy() {
        PolicyView.Line line = PolicyView.Line.of(FLOWS.policy());

        assertThat(line.id()).isEqualTo("customerflows");
        assertThat(line.status()).isEqualTo("enforced");
    }
}
