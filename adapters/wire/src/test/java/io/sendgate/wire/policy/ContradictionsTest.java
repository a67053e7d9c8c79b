package io.sendgate.wire.policy;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.sendgate.account.PlatformState;
import io.sendgate.policy.Policy;
import io.sendgate.publishing.Contradictions;
import io.sendgate.publishing.Finding;
import io.sendgate.wire.json.SendgateJson;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What contradicts itself, the documents beside it, or its own texts, with the place of each.
class ContradictionsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final PolicyDocuments DOCUMENTS = PolicyDocuments.seeded();
    private static final SeededPolicyBook BOOK = new SeededPolicyBook(DOCUMENTS);
    private static final Contradictions CONTRADICTIONS =
            new Contradictions(DOCUMENTS.ownDocument().replyParts(), BOOK.replies());

    static Stream<String> documents() {
        return DOCUMENTS.ids().stream();
    }

    private static List<Finding> findings(Policy policy) {
        return CONTRADICTIONS.findings(policy, BOOK.around(policy, PlatformState.NEW, NOW));
    }

    private static List<Finding> findings(String id, Consumer<ObjectNode> change) {
        byte[] bytes = DOCUMENTS.document(id).orElseThrow().bytes();
        ObjectNode tree = SendgateJson.readStrict(bytes, ObjectNode.class);
        change.accept(tree);
        return findings(DOCUMENTS.parse(tree.toString().getBytes(UTF_8), DOCUMENTS::lexicon));
    }

    private static String at(String id, String rule) {
        List<JsonNode> rules =
                SendgateJson.readStrict(
                                DOCUMENTS.document(id).orElseThrow().bytes(), JsonNode.class)
                        .path("rules")
                        .valueStream()
                        .toList();
        return "/rules/"
                + IntStream.range(0, rules.size())
                        .filter(i -> rules.get(i).path("id").asText().equals(rule))
                        .findFirst()
                        .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void noPackedDocumentContradictsAnything(String id) {
        assertThat(findings(DOCUMENTS.document(id).orElseThrow().policy())).isEmpty();
    }

    @Test
    void hoursThatAPackNeverSharesAreFound() {
        String quiet = at("customerflows", "quiet-hours");

        List<Finding> found =
                findings(
                        "customerflows",
                        tree ->
                                ((ObjectNode) tree.at(quiet + "/open"))
                                        .removeAll()
                                        .putObject("sunday")
                                        .put("from", "08:00")
                                        .put("to", "21:00"));

        assertThat(found).extracting(Finding::pointer).containsExactly(quiet + "/open");
        assertThat(found.getFirst().detail())
                .contains("marketing by sms in US-")
                .contains("us-states/");
    }

    @Test
    void hoursThatMeetForOneMinuteAreEnough() {
        String quiet = at("customerflows", "quiet-hours");

        assertThat(
                        findings(
                                "customerflows",
                                tree ->
                                        tree.at(quiet + "/open")
                                                .forEach(
                                                        day ->
                                                                ((ObjectNode) day)
                                                                        .put("from", "16:59")
                                                                        .put("to", "17:00"))))
                .isEmpty();
        assertThat(
                        findings(
                                "customerflows",
                                tree ->
                                        tree.at(quiet + "/open")
                                                .forEach(
                                                        day ->
                                                                ((ObjectNode) day)
                                                                        .put("from", "20:00")
                                                                        .put("to", "20:01"))))
                .extracting(Finding::pointer)
                .containsExactly(quiet + "/open");
    }

    @Test
    void aReplyWithoutItsPartsIsFound() {
        List<Finding> found =
                findings(
                        "backbone",
                        tree ->
                                tree.putObject("replies")
                                        .put("help", "{business}: we are here for you.")
                                        .put("opt-in-confirmation", "{business}: welcome back."));

        assertThat(found)
                .containsExactly(
                        new Finding("/replies/help", "lacks {contact}"),
                        new Finding(
                                "/replies/opt-in-confirmation",
                                "names no word that is heard as opt-out when it comes back"));
    }

    @Test
    void anOptOutLineThatNobodyHearsIsFound() {
        String line = at("gb", "refusal");

        List<Finding> found =
                findings(
                        "gb",
                        tree -> ((ObjectNode) tree.at(line)).put("suggestion", "Reply WALRUS 9"));

        assertThat(found)
                .extracting(Finding::toString)
                .hasSize(2)
                .allMatch(one -> one.contains(line + "/suggestion"));
    }

    @Test
    void aRuleThatAsksForWhatAnotherBarsIsFound() {
        String line = at("customerflows", "opt-out-line");

        List<Finding> found =
                findings(
                        "customerflows",
                        tree ->
                                ((ArrayNode) tree.path("rules"))
                                        .add(
                                                ((ObjectNode) tree.at(line).deepCopy())
                                                        .put("id", "no-way-out")
                                                        .put("must", false)));

        assertThat(found).extracting(Finding::pointer).containsExactly(line);
        assertThat(found.getFirst().detail()).contains("no-way-out");
    }

    @Test
    void aLimitThatCanNeverBeReachedIsFound() {
        String cap = at("customerflows", "weekly-cap");

        List<Finding> found =
                findings(
                        "customerflows",
                        tree ->
                                ((ArrayNode) tree.path("rules"))
                                        .add(
                                                ((ObjectNode) tree.at(cap).deepCopy())
                                                        .put("id", "daily-cap")
                                                        .put("cadence", false)
                                                        .put("per", "P1D")
                                                        .put("max", 2)));

        assertThat(found)
                .extracting(Finding::pointer)
                .containsExactly("/rules/" + lastRule("customerflows") + "/max");
    }

    private static int lastRule(String id) {
        return DOCUMENTS.document(id).orElseThrow().policy().rules().size();
    }
}
