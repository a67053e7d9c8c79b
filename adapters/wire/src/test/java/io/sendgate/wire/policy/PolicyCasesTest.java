package io.sendgate.wire.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sendgate.policy.Clause;
import io.sendgate.policy.Policy;
import io.sendgate.policy.PolicySet;
import io.sendgate.policy.Rule;
import io.sendgate.wire.json.MalformedJson;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.stream.Stream;

class PolicyCasesTest {

    private static final PolicyDocuments DOCUMENTS = PolicyDocuments.seeded();
    private static final PolicyCases CASES = PolicyCases.packed(DOCUMENTS);
    private static final SeededPolicyBook BOOK = new SeededPolicyBook(DOCUMENTS);

    static Stream<PolicyCase> cases() {
        return DOCUMENTS.ids().stream().flatMap(id -> CASES.of(id).stream());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyCaseComesToItsDecision(PolicyCase one) {
        assertThat(one.differences(one.decide(policies(one)))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyCaseBelongsToAClause(PolicyCase one) {
        assertThat(policy(one.document()).clauses()).extracting(Clause::id).contains(one.clause());
    }

    static Stream<String> rules() {
        return DOCUMENTS.ids().stream()
                .flatMap(
                        id -> policy(id).rules().stream().map(rule -> id + "/" + rule.head().id()));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleHasACaseThatTurnsOnIt(String rule) {
        String document = rule.substring(0, rule.indexOf('/'));
        String id = rule.substring(rule.indexOf('/') + 1);

        Rule turning =
                policy(document).rules().stream()
                        .filter(one -> one.head().id().equals(id))
                        .findFirst()
                        .orElseThrow();

        assertThat(CASES.of(document))
                .anyMatch(one -> PolicyTrial.turnsOn(one, policies(one), document, turning));
    }

    static Stream<String> authorizedClauses() {
        return DOCUMENTS.ids().stream()
                .flatMap(
                        id ->
                                policy(id).clauses().stream()
                                        .filter(PolicyCasesTest::claimsToDecide)
                                        .map(clause -> id + "/" + clause.id()));
    }

    private static boolean claimsToDecide(Clause clause) {
        return clause.enforced().contains("authorization") || clause.enforced().contains("advice");
    }

    @ParameterizedTest
    @MethodSource("authorizedClauses")
    void everyClauseThatDecidesHasCases(String clause) {
        String document = clause.substring(0, clause.indexOf('/'));

        assertThat(CASES.names(document, clause.substring(document.length() + 1))).isNotEmpty();
    }

    @Test
    void aCaseWithAMemberNobodyKnowsIsRefused() {
        byte[] json = "{\"given\":{\"recipient\":{\"consent\":[]}}}".getBytes(UTF_8);

        assertThatThrownBy(() -> CASES.read("backbone", "B3", "a-slip", json))
                .isInstanceOf(MalformedJson.class)
                .hasMessageContaining("backbone/B3/a-slip");
    }

    private static Policy policy(String id) {
        return DOCUMENTS.document(id).orElseThrow().policy();
    }

    private static PolicySet policies(PolicyCase one) {
        return BOOK.inForce(one.facts().account(), one.at());
    }
}
