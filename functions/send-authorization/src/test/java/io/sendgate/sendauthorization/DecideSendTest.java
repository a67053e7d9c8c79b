package io.sendgate.sendauthorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;

import io.sendgate.contact.Channel;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.decision.Decision;
import io.sendgate.decision.Outcome;
import io.sendgate.decision.PolicyRef;
import io.sendgate.gate.AuthorizeSend;
import io.sendgate.gate.ReadAuthorizations;
import io.sendgate.gate.SendAnswer;
import io.sendgate.ledger.IdPrefix;
import io.sendgate.ledger.Ref;
import io.sendgate.message.Purpose;
import io.sendgate.rest.dto.AuthorizationRequestDto;
import io.sendgate.rest.idempotency.Idempotency;
import io.sendgate.rest.problem.ProblemException;
import io.sendgate.rest.schema.Json;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class DecideSendTest {

    private static final Idempotency ONCE = new Idempotency(Optional.empty(), "body");

    private final World world = new World();
    private final AuthorizeSend authorizeSend = mock(AuthorizeSend.class);
    private final DecideSend decideSend =
            new DecideSend(
                    authorizeSend,
                    new ReadAuthorizations(world.ports()),
                    world.ids,
                    World.reader());

    private static AuthorizationRequestDto request(boolean dryRun) {
        return Json.bind(
                Json.object()
                        .put("channel", Channel.SMS.term())
                        .put("from", World.SENDER)
                        .put("to", World.RECIPIENT)
                        .put("purpose", Purpose.REPLY.term())
                        .put("body", "Hello")
                        .put("dryRun", dryRun),
                AuthorizationRequestDto.class);
    }

    private JsonNode decide(SendAnswer answer, boolean dryRun) {
        when(authorizeSend.authorize(any(), any())).thenReturn(answer);
        return Json.tree(decideSend.decide(world.caller(World.ADA), request(dryRun), ONCE, ""));
    }

    private SendAnswer review() {
        String id =
                world.ids.mint(
                        IdPrefix.AUTH,
                        World.MORNING,
                        world.ports().vault().tag(World.ADA, new PhoneNumber(World.RECIPIENT)),
                        new Ref.Noted(7));
        Decision decision =
                new Decision(
                        Outcome.REVIEW,
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        new PolicyRef("customerflows", "1", "sha256:0", "enforced"),
                        List.of(),
                        World.MORNING);
        return new SendAnswer.Decided(id, decision, Optional.empty());
    }

    @Test
    void aReviewNamesItsCase() {
        String named = decide(review(), false).path("case").asText();

        assertThat(world.ids.locate(IdPrefix.CASE, named))
                .hasValueSatisfying(found -> assertThat(found.ref()).isEqualTo(new Ref.Noted(7)));
    }

    @Test
    void aDryRunOpensNoCase() {
        assertThat(decide(review(), true).path("case").isNull()).isTrue();
    }

    @Test
    void aKeyThatComesBackWithAnotherBodyIsRefused() {
        ProblemException thrown =
                catchThrowableOfType(
                        ProblemException.class, () -> decide(new SendAnswer.KeyReused(), false));

        assertThat(thrown.problem().type()).isEqualTo("/problems/idempotency-key-reused");
    }
}
