package io.sendgate.wire.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.sendgate.consent.Scope;
import io.sendgate.contact.Channel;
import io.sendgate.policy.Clause;
import io.sendgate.policy.Policy;
import io.sendgate.policy.Rule;
import io.sendgate.wire.json.SendgateJson;
import io.sendgate.wire.policy.InvalidPolicy.Fault;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

class PolicyDocumentsTest {

    private static final PolicyDocuments DOCUMENTS = PolicyDocuments.seeded();

    /// Where CustomerFlows' quiet hours stand.
    private static final String QUIET = rule("customerflows", "quiet-hours");

    private static String rule(String document, String id) {
        List<Rule> rules = policy(document).rules();
        return "/rules/"
                + IntStream.range(0, rules.size())
                        .filter(at -> rules.get(at).head().id().equals(id))
                        .findFirst()
                        .orElseThrow();
    }

    private static Policy policy(String id) {
        return DOCUMENTS.document(id).orElseThrow().policy();
    }

    @Test
    void everyPackedDocumentHasTheSchemasShape() {
        for (String id : DOCUMENTS.ids()) {
            byte[] bytes = DOCUMENTS.document(id).orElseThrow().bytes();

            assertThat(DOCUMENTS.parse(bytes, DOCUMENTS::lexicon).ref())
                    .isEqualTo(policy(id).ref());
        }
    }

    @ParameterizedTest
    @CsvSource({"backbone, 24", "crm-text, 18", "sipstack, 20", "customerflows, 89"})
    void everyClauseOfTheCatalogueHasASentenceOfItsOwn(String id, int clauses) {
        assertThat(policy(id).clauses()).hasSize(clauses);
        assertThat(policy(id).clauses()).extracting(Clause::summary).doesNotHaveDuplicates();
    }

    @Test
    void thePoliciesDifferWhereTheirTextsDo() {
        assertThat(policy("backbone").ref().status()).isEqualTo("draft");
        assertThat(policy("backbone").lastUpdated()).hasToString("Optional[2026-05-31]");
        assertThat(policy("crm-text").lastUpdated()).isEmpty();
        assertThat(policy("sipstack").optOutScope()).isEqualTo(Scope.ALL);
        assertThat(policy("customerflows").optOutScope()).isEqualTo(Scope.MARKETING);
        assertThat(policy("customerflows").conversation().get(Channel.WHATSAPP)).hasSize(2);
        assertThat(policy("customerflows").captureClauses()).containsEntry("disclosure", "F4.2.2");
    }

    @Test
    void aSilentDocumentHasSendgatesKeywordsAndReplies() {
        assertThat(policy("backbone").keywords()).isEqualTo(policy("sendgate").keywords());
        assertThat(policy("customerflows").replies())
                .containsEntry("help", policy("sendgate").replies().get("help"))
                .doesNotContainEntry(
                        "opt-out-confirmation",
                        policy("sendgate").replies().get("opt-out-confirmation"));
    }

    @Test
    void aDocumentsDigestIsThatOfItsBytes() {
        byte[] bytes = DOCUMENTS.document("backbone").orElseThrow().bytes();

        assertThat(policy("backbone").ref().digest()).isEqualTo("sha256:" + Digest.hex(bytes));
    }

    @Test
    void aMemberTheSchemaDoesNotKnowIsRefusedWhereItStands() {
        assertFault(
                rule -> ((ObjectNode) rule.at("/rules/0")).put("priority", 1),
                "/rules/0",
                "priority");
    }

    @Test
    void aParameterOfAnotherKindOfRuleIsRefused() {
        assertFault(rule -> ((ObjectNode) rule.at("/rules/0")).put("max", 1), "/rules/0", "max");
    }

    @Test
    void aRuleOfAClauseThatIsNotThereIsRefused() {
        assertFault(
                tree -> ((ObjectNode) tree.at("/rules/0")).put("clause", "B99"),
                "/rules/0/clause",
                "B99");
    }

    @Test
    void aReasonCodeThatIsNotPublishedIsRefused() {
        assertFault(
                tree -> ((ObjectNode) tree.at("/rules/0")).put("code", "just-because"),
                "/rules/0/code",
                "");
    }

    @Test
    void aWordListWithoutItsFileIsRefused() {
        assertFault(
                tree -> ((ObjectNode) tree.get("lexicons")).put("words", "0".repeat(64)),
                "/lexicons/words",
                "digest");
    }

    @Test
    void aClauseThatClaimsARuleItDoesNotHaveIsRefused() {
        assertFault(
                tree -> ((ObjectNode) tree.at("/clauses/3")).remove("note"),
                "/clauses/3",
                "neither");
    }

    @Test
    void aClauseThatDisownsItsRuleIsRefused() {
        assertFault(
                tree -> ((ObjectNode) tree.at("/clauses/2")).putArray("enforced").add("not-yet"),
                "/clauses/2/enforced",
                "not-yet");
    }

    @Test
    void aDateThatDoesNotExistIsRefused() {
        assertFault(
                tree -> ((ObjectNode) tree).put("lastUpdated", "2026-02-30"), "/lastUpdated", "");
    }

    @Test
    void aKeywordThatNoReplyCouldEqualIsRefused() {
        assertFault(
                tree -> ((ObjectNode) tree).set("keywords", json(Map.of("help", List.of("Help!")))),
                "/keywords/help",
                "Help!");
    }

    @Test
    void hoursThatCloseBeforeTheyOpenAreRefused() {
        assertFault(
                "customerflows",
                tree -> ((ObjectNode) tree.at(QUIET + "/open/monday")).put("from", "21:00"),
                QUIET + "/open/monday",
                "closes");
    }

    @Test
    void aReplyThatDoesNotSayFromWhomIsRefused() {
        assertFault(
                tree -> ((ObjectNode) tree).set("replies", json(Map.of("help", "Call us {when}"))),
                "/replies/help",
                "{business}");
    }

    @Test
    void aRuleThatCannotSayUntilWhenMayNotDefer() {
        assertFault(
                tree -> ((ObjectNode) tree.at("/rules/0")).put("effect", "defer"),
                "/rules/0/effect",
                "");
    }

    @Test
    void bytesThatAreNoJsonAreRefusedAsAWhole() {
        assertThatThrownBy(() -> DOCUMENTS.parse("{".getBytes(UTF_8), DOCUMENTS::lexicon))
                .isInstanceOf(InvalidPolicy.class);
    }

    private static JsonNode json(Object value) {
        return SendgateJson.strict().valueToTree(value);
    }

    private static void assertFault(Consumer<JsonNode> spoil, String pointer, String detail) {
        assertFault("backbone", spoil, pointer, detail);
    }

    private static void assertFault(
            String id, Consumer<JsonNode> spoil, String pointer, String detail) {
        byte[] bytes = DOCUMENTS.document(id).orElseThrow().bytes();
        JsonNode tree = SendgateJson.readStrict(bytes, JsonNode.class);
        spoil.accept(tree);

        assertThatThrownBy(
                        () -> DOCUMENTS.parse(tree.toString().getBytes(UTF_8), DOCUMENTS::lexicon))
                .asInstanceOf(InstanceOfAssertFactories.type(InvalidPolicy.class))
                .extracting(InvalidPolicy::faults, InstanceOfAssertFactories.list(Fault.class))
                .anySatisfy(
                        fault -> {
                            assertThat(fault.pointer()).isEqualTo(pointer);
                            assertThat(fault.detail()).contains(detail);
                        });
    }
}
