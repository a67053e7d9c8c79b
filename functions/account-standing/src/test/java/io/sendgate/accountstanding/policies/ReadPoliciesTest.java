package io.sendgate.accountstanding.policies;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import io.sendgate.rest.schema.Json;
import io.sendgate.wire.policy.PolicyView;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;

class ReadPoliciesTest {

    private static final byte[] NEXT =
            Drafts.of("crm-text")
                    .version("next")
                    .with("cases", "{'C5':{'made-up':{'request':{}}}}")
                    .bytes();
    private static final Instant NOON = NewPlatform.NOW;

    private final NewPlatform platform = new NewPlatform();
    private Instant now = NOON;
    private final ReadPolicies policies =
            new ReadPolicies(platform.versions, platform.book, platform.store, () -> now);

    @Test
    void aPublishedVersionIsShownFromItsInstantOnAndNoLongerWhenTheClockGoesBack() {
        platform.add(NEXT, NOON.plusSeconds(1));

        assertThat(policies.find("crm-text").orElseThrow().version()).isEqualTo("2026-11-21");
        now = NOON.plusSeconds(1);
        assertThat(policies.find("crm-text").orElseThrow().version()).isEqualTo("next");
        assertThat(policies.list()).extracting(PolicyView.Line::version).contains("next");
        now = NOON;
        assertThat(policies.find("crm-text").orElseThrow().version()).isEqualTo("2026-11-21");
    }

    @Test
    void aVersionIsShownByItsNameWhetherOrNotItIsInForce() {
        platform.add(NEXT, NOON.plusSeconds(1));

        PolicyView shown = policies.find("crm-text", "next").orElseThrow();

        assertThat(shown.effectiveAt()).contains(NOON.plusSeconds(1));
        assertThat(policies.find("crm-text", "2026-11-21")).isPresent();
        assertThat(policies.find("crm-text", "other")).isEmpty();
    }

    @Test
    void aVersionsOwnCasesAreNamedBesideThoseOfTheVersionBefore() {
        platform.add(NEXT, NOON);

        assertThat(policies.find("crm-text").orElseThrow().clauses())
                .filteredOn(clause -> clause.id().equals("C5"))
                .flatExtracting(PolicyView.ClauseView::cases)
                .contains("made-up")
                .hasSizeGreaterThan(1);
    }

    @Test
    void aPolicyThatIsNewIsListedFromItsInstantOn() {
        platform.add(Drafts.of("crm-text").id("acme").bytes(), NOON.plusSeconds(1));

        assertThat(policies.list()).extracting(PolicyView.Line::id).doesNotContain("acme");
        now = NOON.plusSeconds(1);
        assertThat(policies.list())
                .extracting(PolicyView.Line::id)
                .containsExactly("acme", "backbone", "crm-text", "customerflows", "sipstack");
    }

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
