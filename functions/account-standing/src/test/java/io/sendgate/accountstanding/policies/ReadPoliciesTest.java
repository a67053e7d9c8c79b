package io.sendgate.accountstanding.policies;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import io.sendgate.rest.schema.Json;
import io.sendgate.wire.policy.PolicyDocuments;
import io.sendgate.wire.policy.PolicyView;
import io.sendgate.wire.policy.SeededPolicyBook;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadPoliciesTest {

    private static final PolicyDocuments DOCUMENTS = PolicyDocuments.seeded();

    private final ReadPolicies policies =
            new ReadPolicies(DOCUMENTS, new SeededPolicyBook(DOCUMENTS));

    @Test
    void theFourPoliciesAreListed() {
        assertThat(policies.list())
                .extracting(PolicyView.Line::id)
                .containsExactly("backbone", "crm-text", "customerflows", "sipstack");
    }

    @ParameterizedTest
    @ValueSource(strings = {"backbone", "crm-text", "customerflows", "sipstack", "sendgate"})
    void everyClauseOfADocumentIsShownWithWhatKeepsIt(String id) {
        PolicyView view = policies.find(id).orElseThrow();

        assertThat(view.clauses()).isNotEmpty().allMatch(clause -> !clause.enforced().isEmpty());
    }

    @Test
    void aClauseNamesTheCasesThatProveIt() {
        PolicyView view = policies.find("customerflows").orElseThrow();

        assertThat(view.clauses())
                .filteredOn(clause -> clause.id().equals("F4.4.3"))
                .flatExtracting(PolicyView.ClauseView::cases)
                .isNotEmpty();
    }

    @Test
    void aPolicyIsShownInTheWordsOfTheContract() {
        JsonNode shown = Json.tree(policies.find("backbone").orElseThrow());

        assertThat(shown.path("status").textValue()).isEqualTo("draft");
        assertThat(shown.path("lastUpdated").textValue()).isEqualTo("2026-05-31");
        assertThat(shown.path("digest").textValue()).startsWith("sha256:");
        assertThat(shown.path("effectiveAt").isNull()).isTrue();
    }

    @Test
    void anotherPolicyIsNotThere() {
        assertThat(policies.find("moon")).isEmpty();
    }
}
