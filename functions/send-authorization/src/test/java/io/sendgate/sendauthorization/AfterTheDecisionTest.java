package io.sendgate.sendauthorization;

import static io.sendgate.sendauthorization.Desk.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;

import io.sendgate.consent.Scope;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.gate.RecordOptOut;
import io.sendgate.rest.problem.ProblemException;

import org.junit.jupiter.api.Test;

import java.util.Optional;

class AfterTheDecisionTest {

    private final World world = new World();
    private final Desk desk = new Desk(world);

    private JsonNode authorize(String request) {
        return json(desk.body(request).authorizations().authorize());
    }

    private JsonNode get(String id) {
        return json(desk.authorizations().get(id));
    }

    private static int status(ProblemException thrown) {
        return thrown.problem().status();
    }

    private static ProblemException refusal(Runnable call) {
        return catchThrowableOfType(ProblemException.class, call::run);
    }

    private void optOut() {
        RecordOptOut.Report report =
                new RecordOptOut.Report(
                        new PhoneNumber(World.RECIPIENT),
                        Optional.empty(),
                        Optional.of(Scope.ALL),
                        "email",
                        Optional.empty(),
                        Optional.empty());
        new RecordOptOut(world.ports(), World.loop(world.ports()))
                .record(world.facts(World.ADA), report, Optional.empty(), "body");
    }

    @Test
    void aRedeemedPermitIsRedeemedOnce() {
        String id = authorize(Desk.appointment(World.RECIPIENT)).path("id").asText();

        assertThat(json(desk.authorizations().redeem(id)).path("status").asText())
                .isEqualTo("redeemed");
        assertThat(reasons(refusal(() -> desk.authorizations().redeem(id))))
                .contains("already-redeemed");
    }

    @Test
    void redeemingAgainUnderTheSameKeyIsRedeeming() {
        String id = authorize(Desk.appointment(World.RECIPIENT)).path("id").asText();
        desk.key("hand-off").authorizations().redeem(id);

        assertThat(desk.authorizations().redeem(id).getStatus()).isEqualTo(200);
    }

    @Test
    void anOptOutAfterTheAllowTurnsTheRedeeming() {
        String id = authorize(Desk.appointment(World.RECIPIENT)).path("id").asText();
        optOut();

        ProblemException thrown = refusal(() -> desk.authorizations().redeem(id));
        assertThat(status(thrown)).isEqualTo(409);
        assertThat(reasons(thrown)).contains("opted-out");
        assertThat(get(id).path("status").asText()).isEqualTo("revoked");
    }

    @Test
    void aRefusalHasNoPermitAndSaysWhy() {
        String id = authorize(Desk.offer(World.RECIPIENT)).path("id").asText();

        ProblemException thrown = refusal(() -> desk.authorizations().redeem(id));
        assertThat(status(thrown)).isEqualTo(409);
        assertThat(reasons(thrown)).contains("consent-missing");
    }

    private static String reasons(ProblemException thrown) {
        return thrown.problem().toJson().path("reasons").toString();
    }

    @Test
    void anOutcomeIsAnsweredWithThePresentStatus() {
        String id = authorize(Desk.appointment(World.RECIPIENT)).path("id").asText();
        desk.body("{\"status\": \"failed\", \"providerMessageId\": \"SM1\"}");

        assertThat(json(desk.authorizations().outcome(id)).path("status").asText())
                .isEqualTo("failed");
        assertThat(get(id).path("history").path(0).path("status").asText()).isEqualTo("failed");
        desk.body("{\"status\": \"sent\"}");
        assertThat(status(refusal(() -> desk.authorizations().outcome(id)))).isEqualTo(409);
    }

    @Test
    void aHoldWaitsUntilItIsCancelled() {
        world.at(World.NIGHT);
        world.optIn(World.ADA, World.RECIPIENT);
        JsonNode answer =
                authorize(Desk.with(Desk.offer(World.RECIPIENT), "\"whenBlocked\": \"hold\""));
        String id = answer.path("id").asText();

        assertThat(answer.path("decision").asText()).isEqualTo("defer");
        assertThat(get(id).path("status").asText()).isEqualTo("held");
        assertThat(get(id).path("waitsUntil").asText()).isEqualTo("2026-11-22T14:00:00Z");

        JsonNode cancelled = json(desk.authorizations().cancel(id));
        assertThat(cancelled.path("status").asText()).isEqualTo("cancelled");
        assertThat(cancelled.path("waitsUntil").isNull()).isTrue();
        assertThat(desk.authorizations().cancel(id).getStatus()).isEqualTo(200);
    }

    @Test
    void aKeyThatComesBackToAHoldAnswersWhatBecameOfIt() {
        world.at(World.NIGHT);
        world.optIn(World.ADA, World.RECIPIENT);
        String hold = Desk.with(Desk.offer(World.RECIPIENT), "\"whenBlocked\": \"hold\"");
        desk.key("k1");
        JsonNode first = authorize(hold);
        desk.authorizations().cancel(first.path("id").asText());
        JsonNode again = authorize(hold);

        assertThat(first.path("status").asText()).isEqualTo("held");
        assertThat(again.path("id")).isEqualTo(first.path("id"));
        assertThat(again.path("status").asText()).isEqualTo("cancelled");
    }

    @Test
    void notSentCancelsAHold() {
        world.at(World.NIGHT);
        world.optIn(World.ADA, World.RECIPIENT);
        String id =
                authorize(Desk.with(Desk.offer(World.RECIPIENT), "\"whenBlocked\": \"hold\""))
                        .path("id")
                        .asText();
        desk.body("{\"status\": \"not-sent\"}");

        assertThat(json(desk.authorizations().outcome(id)).path("status").asText())
                .isEqualTo("cancelled");
    }

    @Test
    void whatIsNoHoldCannotBeCancelled() {
        String allow = authorize(Desk.appointment(World.RECIPIENT)).path("id").asText();
        String refusal = authorize(Desk.offer(World.RECIPIENT)).path("id").asText();

        assertThat(status(refusal(() -> desk.authorizations().cancel(allow)))).isEqualTo(409);
        assertThat(status(refusal(() -> desk.authorizations().cancel(refusal)))).isEqualTo(409);
    }
}
