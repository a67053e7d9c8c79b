package io.sendgate.sendauthorization;

import static io.sendgate.sendauthorization.Desk.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;

import io.sendgate.contact.RecipientTag;
import io.sendgate.gate.FactsUnavailable;
import io.sendgate.gate.RecipientLedger;
import io.sendgate.ledger.IdPrefix;
import io.sendgate.ledger.Ref;
import io.sendgate.rest.problem.ProblemException;

import org.junit.jupiter.api.Test;

import java.util.Optional;

class AuthorizationResourceTest {

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

    private ProblemException refusal(Runnable call) {
        return catchThrowableOfType(ProblemException.class, call::run);
    }

    @Test
    void anAllowCarriesItsPermitAndItsStatus() {
        JsonNode answer = authorize(Desk.appointment(World.RECIPIENT));

        assertThat(answer.path("decision").asText()).isEqualTo("allow");
        assertThat(answer.path("status").asText()).isEqualTo("granted");
        assertThat(answer.path("permit").path("expiresAt").asText())
                .isEqualTo("2026-11-21T15:10:00Z");
        assertThat(answer.path("until").isNull()).isTrue();
    }

    @Test
    void aRefusalIsAnAnswerWithItsReasons() {
        JsonNode answer = authorize(Desk.offer(World.RECIPIENT));

        assertThat(answer.path("decision").asText()).isEqualTo("deny");
        assertThat(answer.path("reasons").path(0).path("code").asText())
                .isEqualTo("consent-missing");
        assertThat(answer.has("status")).isFalse();
    }

    @Test
    void aNumberIsReadInTheAccountsCountry() {
        JsonNode answer = authorize(Desk.appointment("(214) 555-1234"));

        assertThat(get(answer.path("id").asText()).path("request").path("to").asText())
                .isEqualTo(World.RECIPIENT);
    }

    @Test
    void aNumberThatIsNoneIsAFaultOfTheBody() {
        ProblemException thrown = refusal(() -> authorize(Desk.appointment("call me")));

        assertThat(status(thrown)).isEqualTo(400);
        assertThat(thrown.problem().errors().getFirst().pointer()).isEqualTo("/to");
    }

    @Test
    void aDryRunLeavesNoTrace() {
        JsonNode answer =
                authorize(Desk.with(Desk.appointment(World.RECIPIENT), "\"dryRun\": true"));

        assertThat(answer.path("decision").asText()).isEqualTo("allow");
        assertThat(world.ledger.size()).isZero();
    }

    @Test
    void theSameKeyAnswersTheSameAuthorization() {
        desk.key("k1");
        JsonNode first = authorize(Desk.appointment(World.RECIPIENT));
        desk.authorizations().redeem(first.path("id").asText());
        JsonNode again = authorize(Desk.appointment(World.RECIPIENT));

        assertThat(again.path("id")).isEqualTo(first.path("id"));
        assertThat(again.path("status").asText()).isEqualTo("redeemed");
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        desk.key("k1");
        authorize(Desk.appointment(World.RECIPIENT));

        assertThat(status(refusal(() -> authorize(Desk.offer(World.RECIPIENT))))).isEqualTo(422);
    }

    @Test
    void withTheStoreDownNothingIsAllowed() {
        RecipientLedger down = mock(RecipientLedger.class);
        when(down.newest(any())).thenThrow(new FactsUnavailable("down"));
        Desk dark = new Desk(world, world.ports(down)).body(Desk.appointment(World.RECIPIENT));

        assertThatThrownBy(() -> dark.authorizations().authorize())
                .isInstanceOf(FactsUnavailable.class);
        verify(down, never()).append(any());
    }

    @Test
    void anAllowThatCannotBeWrittenIsNone() {
        RecipientLedger readOnly = mock(RecipientLedger.class);
        when(readOnly.newest(any())).thenReturn(Optional.empty());
        when(readOnly.append(any())).thenThrow(new FactsUnavailable("full"));
        Desk dark = new Desk(world, world.ports(readOnly)).body(Desk.appointment(World.RECIPIENT));

        assertThatThrownBy(() -> dark.authorizations().authorize())
                .isInstanceOf(FactsUnavailable.class);
    }

    @Test
    void foreignMadeUpAndMissingIdsAreToldApartByNobody() {
        String id = authorize(Desk.appointment(World.RECIPIENT)).path("id").asText();
        RecipientTag tag = world.ids.locate(IdPrefix.AUTH, id).orElseThrow().tag();
        String missing = world.ids.mint(IdPrefix.AUTH, World.MORNING, tag, new Ref.Numbered(99));
        desk.asks(World.BOB);

        byte[] foreign = refusal(() -> desk.authorizations().get(id)).problem().toBytes();
        assertThat(refusal(() -> desk.authorizations().get("auth_1")).problem().toBytes())
                .isEqualTo(foreign);
        assertThat(refusal(() -> desk.authorizations().get(missing)).problem().toBytes())
                .isEqualTo(foreign);
        assertThat(refusal(() -> desk.authorizations().redeem(id)).problem().toBytes())
                .isEqualTo(foreign);
        assertThat(refusal(() -> desk.authorizations().cancel(id)).problem().toBytes())
                .isEqualTo(foreign);
    }
}
