package io.sendgate.consentcapture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.sendgate.account.AccountId;
import io.sendgate.consent.Coverage;
import io.sendgate.consent.Scope;
import io.sendgate.consent.Tier;
import io.sendgate.contact.Channel;
import io.sendgate.gate.ConfirmOptIn;
import io.sendgate.gate.ConsentRecord;
import io.sendgate.gate.InboundMessage;
import io.sendgate.ledger.Change;
import io.sendgate.rest.problem.ProblemException;
import io.sendgate.rest.schema.Json;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Optional;

class ConsentsOnRecordTest {

    private static final String DOUBLE = ", \"doubleOptIn\": true";
    private final World world = new World();

    @Test
    void anotherAccountsConsentIsNotFound() {
        String id = world.submit(World.webForm("\"marketing\"", "")).id();

        assertThat(find(World.BOB, id)).isEmpty();
        assertThat(find(World.SUB, id)).isEmpty();
        assertThat(find(World.ADA, id)).isPresent();
    }

    @Test
    void aSubAccountsConsentIsItsRootsToSee() {
        String body = World.webForm("\"marketing\"", "").replace("Ada Plumbing", "Ada's Heating");

        String id = world.submit(World.SUB, body, Optional.empty()).id();

        assertThat(find(World.ADA, id)).isPresent();
        assertThat(find(World.SUB, id)).isPresent();
    }

    @Test
    void aMadeUpIdIsNotFound() {
        String id = world.submit(World.webForm("\"marketing\"", "")).id();
        String last = id.endsWith("0") ? "1" : "0";

        assertThat(find(World.ADA, id.substring(0, id.length() - 1) + last)).isEmpty();
        assertThat(find(World.ADA, "cons_1")).isEmpty();
        assertThat(find(World.ADA, "")).isEmpty();
    }

    @Test
    void anOptOutRevokesAConsentForGood() {
        String id = world.submit(World.webForm("\"marketing\"", "")).id();
        world.pass(Duration.ofMinutes(5));

        world.optOut(World.ADA, Scope.ALL);

        ConsentRecord found = find(World.ADA, id).orElseThrow();
        assertThat(found.status()).isEqualTo(ConsentRecord.Status.REVOKED);
        assertThat(found.endedAt()).contains(world.now());
        assertThat(found.inForce()).isEmpty();
        assertThat(found.purposes()).extracting(Coverage::term).containsExactly("marketing");
    }

    @Test
    void anOptOutFromMarketingLeavesTheRestInForce() {
        String id = world.submit(World.webForm("\"marketing\", \"transactional\"", "")).id();

        world.optOut(World.ADA, Scope.MARKETING);

        ConsentRecord found = find(World.ADA, id).orElseThrow();
        assertThat(found.status()).isEqualTo(ConsentRecord.Status.ACTIVE);
        assertThat(found.inForce()).extracting(Coverage::term).containsExactly("transactional");
    }

    @Test
    void aConsentThatWasRenewedGoesOnUntilTheNewOneEnds() {
        String id = world.submit(World.webForm("\"marketing\"", "")).id();

        world.submit(World.webForm("\"marketing\"", ""));
        ConsentRecord renewed = find(World.ADA, id).orElseThrow();
        world.optOut(World.ADA, Scope.ALL);

        assertThat(renewed.status()).isEqualTo(ConsentRecord.Status.ACTIVE);
        assertThat(renewed.inForce()).hasSize(1);
        assertThat(find(World.ADA, id))
                .get()
                .extracting(ConsentRecord::status)
                .isEqualTo(ConsentRecord.Status.REVOKED);
    }

    @Test
    void anOptInThatNobodyConfirmedExpiresAfterADay() {
        String id = world.submit(World.webForm("\"marketing\"", DOUBLE)).id();

        world.pass(Duration.ofDays(1).minusMillis(1));
        ConsentRecord before = find(World.ADA, id).orElseThrow();
        world.pass(Duration.ofMillis(1));
        ConsentRecord after = find(World.ADA, id).orElseThrow();

        assertThat(before.status()).isEqualTo(ConsentRecord.Status.PENDING);
        assertThat(after.status()).isEqualTo(ConsentRecord.Status.EXPIRED);
        assertThat(after.endedAt()).isEqualTo(before.pendingUntil());
        assertThat(after.pendingUntil()).isEmpty();
    }

    @Test
    void anOptInThatANewerOneReplacedHasExpired() {
        String id = world.submit(World.webForm("\"marketing\"", DOUBLE)).id();

        world.submit(World.webForm("\"marketing\"", DOUBLE));

        assertThat(find(World.ADA, id))
                .get()
                .extracting(ConsentRecord::status)
                .isEqualTo(ConsentRecord.Status.EXPIRED);
    }

    @Test
    void theEvidenceTellsWhenAnOptInWasConfirmed() {
        String id = world.submit(World.webForm("\"marketing\"", DOUBLE)).id();
        world.pass(Duration.ofHours(2));

        ConfirmOptIn.Answer answer = world.confirmOptIn().confirm(id);

        assertThat(answer).isEqualTo(new ConfirmOptIn.Answer.Confirmed("Ada Plumbing"));
        assertThat(evidence(id).path("confirmedAt").asText()).isEqualTo(world.now().toString());
        assertThat(evidence(id).path("state").asText()).isEqualTo("active");
    }

    @Test
    void theEvidenceHasTheFrozenWordsTheirHashAndAllThatProvesThem() {
        String id = world.submit(World.webForm("\"marketing\"", ", \"maxPerWeek\": 3")).id();

        ObjectNode evidence = evidence(id);

        String text = evidence.path("disclosure").path("text").asText();
        assertThat(text).isEqualTo("Ada Plumbing may send me text messages");
        assertThat(evidence.path("disclosure").path("sha256").asText()).isEqualTo(Sha256.hex(text));
        assertThat(evidence.path("disclosure").path("preTicked").asBoolean(true)).isFalse();
        assertThat(evidence.path("account").path("businessName").asText())
                .isEqualTo("Ada Plumbing");
        assertThat(evidence.path("evidence").path("ip").asText()).isEqualTo("203.0.113.9");
        assertThat(evidence.path("evidence").path("userAgent").asText()).isEqualTo("Browser/1");
        assertThat(evidence.path("evidence").path("pageUrl").asText())
                .isEqualTo("https://x.example");
        assertThat(evidence.path("evidence").path("capturedAt").asText())
                .isEqualTo("2026-11-20T10:00:00Z");
        assertThat(evidence.path("recipient").asText()).isEqualTo("+16505551234");
        assertThat(evidence.path("tier").asText()).isEqualTo("express-written");
        assertThat(evidence.path("method").asText()).isEqualTo("web-form");
        assertThat(evidence.path("language").asText()).isEqualTo("en");
        assertThat(evidence.path("maxPerWeek").asInt()).isEqualTo(3);
        assertThat(evidence.path("policy").path("id").asText()).isEqualTo("customerflows");
        assertThat(evidence.path("policy").path("digest").asText()).startsWith("sha256:");
        assertThat(evidence.path("optOutsSince").isEmpty()).isTrue();
    }

    @Test
    void theEvidenceTellsWhatThePersonHasSaidSince() {
        String id = world.submit(World.webForm("\"marketing\"", "")).id();
        world.pass(Duration.ofDays(3));

        world.optOut(World.SUB, Scope.MARKETING);

        ObjectNode since = (ObjectNode) evidence(id).path("optOutsSince").path(0);
        assertThat(since.path("scope").asText()).isEqualTo("marketing");
        assertThat(since.path("via").asText()).isEqualTo("phone-call");
        assertThat(since.path("at").asText()).isEqualTo(world.now().toString());
        assertThat(since.path("channel").isNull()).isTrue();
    }

    @Test
    void aRefusedCaptureIsFoundWithItsReasons() {
        String id = refusedId("purchased");

        ObjectNode evidence = evidence(id);

        assertThat(evidence.path("state").asText()).isEqualTo("refused");
        assertThat(evidence.path("tier").isNull()).isTrue();
        assertThat(evidence.path("reasons").findValuesAsText("code"))
                .containsExactly("purchased-list");
        assertThat(evidence.path("source").asText()).isEqualTo("purchased");
    }

    @Test
    void whatWasErasedIsNotFound() {
        String consent = world.submit(World.webForm("\"marketing\"", "")).id();
        String refused = refusedId("purchased");

        world.erase(World.ADA);

        assertThat(find(World.ADA, consent)).isEmpty();
        assertThat(find(World.ADA, refused)).isEmpty();
        assertThat(world.consents().evidence(world.facts(World.ADA), consent)).isEmpty();
    }

    @Test
    void aConsentThatAStartGaveIsFoundWithTheWordsThatGaveIt() {
        world.submit(World.webForm("\"marketing\"", ""));
        world.optOut(World.ADA, Scope.ALL);
        world.pass(Duration.ofMinutes(1));
        world.receiveMessage().receive(world.facts(World.ADA), start());

        ObjectNode evidence = evidence(grantedId());

        assertThat(evidence.path("tier").asText()).isEqualTo(Tier.EXPRESS.term());
        assertThat(evidence.path("method").asText()).isEqualTo("keyword");
        assertThat(evidence.path("recipient").asText()).isEqualTo("+16505551234");
        assertThat(evidence.path("message").path("text").asText()).isEqualTo("START");
        assertThat(evidence.path("disclosure").isNull()).isTrue();
    }

    private Optional<ConsentRecord> find(AccountId asking, String id) {
        return world.consents().find(world.facts(asking), id);
    }

    private ObjectNode evidence(String id) {
        return world.consents()
                .evidence(world.facts(World.ADA), id)
                .map(found -> (ObjectNode) Json.tree(EvidenceView.of(found, world.places)))
                .orElseThrow();
    }

    private String refusedId(String source) {
        String body = World.webForm("\"marketing\"", ", \"source\": \"" + source + "\"");
        return Assertions.catchThrowableOfType(ProblemException.class, () -> world.submit(body))
                .problem()
                .toJson()
                .path("id")
                .asText();
    }

    private String grantedId() {
        return world.ledger.last().changes().stream()
                .filter(Change.ConsentGranted.class::isInstance)
                .map(change -> ((Change.ConsentGranted) change).id())
                .findFirst()
                .orElseThrow();
    }

    private static InboundMessage start() {
        return new InboundMessage(
                "twilio",
                "SM1",
                World.CARLA,
                "+18885550123",
                Channel.SMS,
                Optional.of("START"),
                Optional.empty(),
                Optional.empty(),
                false,
                true);
    }
}
