package io.sendgate.consentcapture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.sendgate.consent.Scope;
import io.sendgate.consent.Tier;
import io.sendgate.gate.ConsentRecord;
import io.sendgate.rest.problem.ProblemException;
import io.sendgate.rest.schema.Json;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Optional;

class ConsentIntakeTest {

    private static final Optional<String> KEY = Optional.of("k1");
    private final World world = new World();

    @Test
    void aWebFormWithItsEvidenceIsAnExpressWrittenConsent() {
        ObjectNode view = (ObjectNode) Json.tree(world.submit(World.webForm("\"marketing\"", "")));

        assertThat(view.path("state").asText()).isEqualTo("active");
        assertThat(view.path("tier").asText()).isEqualTo("express-written");
        assertThat(view.path("recipient").asText()).isEqualTo("+16505551234");
        assertThat(view.path("channel").asText()).isEqualTo("sms");
        assertThat(view.path("purposes").path(0).asText()).isEqualTo("marketing");
        assertThat(view.path("receiptUrl").asText())
                .isEqualTo("/consents/" + view.path("id").asText());
        assertThat(view.path("recordedAt").asText()).isEqualTo(world.now().toString());
        assertThat(view.has("pendingUntil")).isFalse();
        assertThat(view.has("confirmUrl")).isFalse();
    }

    @Test
    void aDoubleOptInWaitsADayBehindALink() {
        ConsentView view = world.submit(World.webForm("\"marketing\"", ", \"doubleOptIn\": true"));

        assertThat(view.state()).isEqualTo(ConsentRecord.Status.PENDING);
        assertThat(view.pendingUntil()).isEqualTo(world.now().plus(Duration.ofDays(1)));
        assertThat(view.confirmUrl())
                .isEqualTo("https://gate.example/consents/" + view.id() + "/confirm");
    }

    @Test
    void whatIsNoConsentIsRefusedWithReasonsAndKept() {
        ProblemException refusal = refusal("{\"text\": \"Text me\", \"preTicked\": true}");

        assertThat(refusal.problem().status()).isEqualTo(422);
        ObjectNode problem = refusal.problem().toJson();
        assertThat(problem.path("reasons").findValuesAsText("code"))
                .containsExactly("disclosure-missing", "box-pre-ticked");
        assertThat(problem.path("reasons").path(0).path("clause").path("id").asText())
                .isEqualTo("F4.2.2");
        String id = problem.path("id").asText();
        assertThat(world.consents().find(world.facts(World.ADA), id))
                .get()
                .extracting(ConsentRecord::status)
                .isEqualTo(ConsentRecord.Status.REFUSED);
    }

    @Test
    void aCaptureFromTheFutureIsNotRead() {
        String late = World.webForm("\"marketing\"", "").replace("2026-11-20", "2026-11-22");

        ProblemException refusal =
                catchThrowableOfType(ProblemException.class, () -> world.submit(late));

        assertThat(refusal.problem().status()).isEqualTo(400);
        assertThat(refusal.problem().errors().getFirst().pointer())
                .isEqualTo("/evidence/capturedAt");
    }

    @Test
    void aRepeatUnderItsKeyIsTheSameConsent() {
        String body = World.webForm("\"marketing\"", "");

        ConsentView first = world.submit(World.ADA, body, KEY);
        ConsentView again = world.submit(World.ADA, body, KEY);

        assertThat(again).isEqualTo(first);
        assertThat(world.ledger.size()).isEqualTo(1);
    }

    @Test
    void aRepeatTellsWhatTheConsentIsNow() {
        String body = World.webForm("\"marketing\"", ", \"doubleOptIn\": true");
        ConsentView first = world.submit(World.ADA, body, KEY);

        world.confirmOptIn().confirm(first.id());
        ConsentView confirmed = world.submit(World.ADA, body, KEY);
        world.pass(Duration.ofHours(1));
        world.optOut(World.ADA, Scope.ALL);
        ConsentView revoked = world.submit(World.ADA, body, KEY);

        assertThat(confirmed.id()).isEqualTo(first.id());
        assertThat(confirmed.state()).isEqualTo(ConsentRecord.Status.ACTIVE);
        assertThat(confirmed.confirmUrl()).isNull();
        assertThat(revoked.state()).isEqualTo(ConsentRecord.Status.REVOKED);
    }

    @Test
    void aKeyWithAnotherBodyIsRefused() {
        world.submit(World.ADA, World.webForm("\"marketing\"", ""), KEY);

        ProblemException refusal =
                catchThrowableOfType(
                        ProblemException.class,
                        () -> world.submit(World.ADA, World.webForm("\"transactional\"", ""), KEY));

        assertThat(refusal.problem().type()).isEqualTo("/problems/idempotency-key-reused");
    }

    @Test
    void theSameKeyOfAnotherAccountIsAnotherKey() {
        String body = World.webForm("\"marketing\"", "").replace("Ada Plumbing", "Bob");
        ConsentView ada = world.submit(World.ADA, World.webForm("\"marketing\"", ""), KEY);

        ConsentView bob = world.submit(World.BOB, body, KEY);

        assertThat(bob.id()).isNotEqualTo(ada.id());
        assertThat(bob.tier()).isEqualTo(Tier.EXPRESS_WRITTEN);
    }

    private ProblemException refusal(String disclosure) {
        String body =
                """
                {"recipient": "+16505551234", "channel": "sms", "purposes": ["marketing"],
                 "method": "web-form", "disclosure": %s,
                 "evidence": {"ip": "203.0.113.9", "capturedAt": "2026-11-20T10:00:00Z"}}
                """
                        .formatted(disclosure);
        return catchThrowableOfType(ProblemException.class, () -> world.submit(body));
    }
}
