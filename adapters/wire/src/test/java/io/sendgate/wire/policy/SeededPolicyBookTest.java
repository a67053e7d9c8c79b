package io.sendgate.wire.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sendgate.account.AccountFacts;
import io.sendgate.account.Mode;
import io.sendgate.account.PlatformState;
import io.sendgate.account.PlatformState.Published;
import io.sendgate.gate.FactsUnavailable;
import io.sendgate.policy.PolicySet;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

class SeededPolicyBookTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final PolicyDocuments DOCUMENTS = PolicyDocuments.seeded();
    private static final PolicyCases CASES = PolicyCases.packed(DOCUMENTS);
    private static final byte[] NEXT =
            new String(DOCUMENTS.document("crm-text").orElseThrow().bytes(), UTF_8)
                    .replace("\"version\": \"2026-11-21\"", "\"version\": \"next\"")
                    .getBytes(UTF_8);

    private final SeededPolicyBook book = new SeededPolicyBook(DOCUMENTS);

    private static AccountFacts facts(String accountMembers) {
        String json =
                """
                {"given": {"account": %s},
                 "request": {"purpose": "service"},
                 "expect": {"decision": "allow"}}
                """
                        .formatted(accountMembers);
        return CASES.read("sendgate", "policy-accepted", "made-up", json.getBytes(UTF_8))
                .facts()
                .account();
    }

    private static AccountFacts published(AccountFacts facts, Published... versions) {
        PlatformState platform =
                new PlatformState(2, List.of(versions), Set.of(), false, Map.of(), Map.of());
        return new AccountFacts(facts.account(), facts.root(), platform);
    }

    private static Published next(String digest, Instant effectiveAt) {
        return new Published("crm-text", "next", digest, effectiveAt);
    }

    @Test
    void thePolicyIsTheAccounts() {
        PolicySet set = book.inForce(facts("{\"policy\": \"sipstack\"}"), NOW);

        assertThat(set.own().ref().id()).isEqualTo("sendgate");
        assertThat(set.policy().ref().id()).isEqualTo("sipstack");
        assertThat(set.packs()).isEmpty();
    }

    @Test
    void aPackThatNobodyHasIsPassedOver() {
        assertThat(book.inForce(facts("{\"packs\": [\"gb\", \"zz\"]}"), NOW).packs())
                .extracting(pack -> pack.ref().id())
                .containsExactly("gb");
    }

    @Test
    void anAccountThatNamesNoPacksGetsItsPolicysOwn() {
        assertThat(book.inForce(facts("{\"packs\": null}"), NOW).packs())
                .extracting(pack -> pack.ref().id())
                .isSubsetOf("us-federal", "us-states", "ctia");
    }

    @Test
    void aDraftShadowsUnlessTheAccountSaysEnforce() {
        assertThat(book.inForce(facts("{\"policy\": \"backbone\", \"mode\": null}"), NOW).mode())
                .isEqualTo(Mode.SHADOW);
        assertThat(book.inForce(facts("{\"policy\": \"backbone\"}"), NOW).mode())
                .isEqualTo(Mode.ENFORCE);
        assertThat(book.inForce(facts("{\"mode\": null}"), NOW).mode()).isEqualTo(Mode.ENFORCE);
        assertThat(book.inForce(facts("{\"mode\": \"shadow\"}"), NOW).mode())
                .isEqualTo(Mode.SHADOW);
    }

    @Test
    void aPolicyNobodyKnowsLeavesTheGateClosed() {
        AccountFacts facts = facts("{\"policy\": \"nobodys\"}");

        assertThatThrownBy(() -> book.inForce(facts, NOW)).isInstanceOf(FactsUnavailable.class);
        assertThat(book.inForce("nobodys", facts, NOW)).isEmpty();
    }

    @Test
    void aPublishedVersionIsInForceFromItsInstantOn() {
        AccountFacts facts = published(facts("{}"), next(Digest.of(NEXT), NOW));
        SeededPolicyBook withNext = new SeededPolicyBook(DOCUMENTS, version -> NEXT.clone());

        assertThat(withNext.inForce(facts, NOW).policy().ref().version()).isEqualTo("next");
        assertThat(withNext.inForce(facts, NOW.minusNanos(1)).policy().ref().version())
                .isEqualTo("2026-11-21");
    }

    @Test
    void theVersionThatCameIntoForceLastIsInForce() {
        Published sooner = next(Digest.of(NEXT), NOW.minusSeconds(2));
        Published later = new Published("crm-text", "other", "sha256:x", NOW.minusSeconds(9));
        SeededPolicyBook withNext = new SeededPolicyBook(DOCUMENTS, version -> NEXT.clone());

        assertThat(withNext.inForce(published(facts("{}"), sooner, later), NOW).policy().ref())
                .extracting("version")
                .isEqualTo("next");
    }

    @Test
    void aPublishedDocumentWhoseBytesChangedLeavesTheGateClosed() {
        AccountFacts facts = published(facts("{}"), next("sha256:" + "0".repeat(64), NOW));
        SeededPolicyBook withNext = new SeededPolicyBook(DOCUMENTS, version -> NEXT.clone());

        assertThatThrownBy(() -> withNext.inForce(facts, NOW)).isInstanceOf(FactsUnavailable.class);
    }

    @Test
    void aPublishedDocumentThatIsNotToBeHadLeavesTheGateClosed() {
        AccountFacts facts = published(facts("{}"), next(Digest.of(NEXT), NOW));

        assertThatThrownBy(() -> book.inForce(facts, NOW)).isInstanceOf(FactsUnavailable.class);
    }

    @Test
    void theListHoldsPoliciesAndNeitherPacksNorSendgatesOwnRules() {
        assertThat(book.ids()).containsExactly("backbone", "crm-text", "sipstack", "customerflows");
    }
}
