package io.sendgate.sendauthorization;

import static io.sendgate.sendauthorization.Desk.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;

import io.sendgate.contact.PhoneNumber;
import io.sendgate.contact.RecipientTag;
import io.sendgate.gate.FactsUnavailable;
import io.sendgate.gate.RecipientLedger;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

class DecideBatchTest {

    private static final String OTHER = "+12145550000";

    private final World world = new World();
    private final Desk desk = new Desk(world);

    private static String batch(List<String> requests) {
        return "{\"requests\": [" + String.join(",", requests) + "]}";
    }

    private static JsonNode decide(Desk desk, String... requests) {
        return json(desk.body(batch(List.of(requests))).authorizations().authorizeBatch())
                .path("decisions");
    }

    @Test
    void aMalformedItemIsAProblemInItsOwnPlace() {
        JsonNode decisions =
                decide(
                        desk,
                        Desk.appointment(World.RECIPIENT),
                        "{\"channel\": \"pigeon\"}",
                        Desk.appointment("nobody"),
                        Desk.appointment(OTHER));

        assertThat(decisions).hasSize(4);
        assertThat(decisions.path(0).path("decision").asText()).isEqualTo("allow");
        assertThat(decisions.path(1).path("status").asInt()).isEqualTo(400);
        assertThat(decisions.path(1).path("errors").findValuesAsText("pointer"))
                .contains("/requests/1/channel");
        assertThat(decisions.path(2).path("errors").findValuesAsText("pointer"))
                .containsExactly("/requests/2/to");
        assertThat(decisions.path(3).path("decision").asText()).isEqualTo("allow");
    }

    @Test
    void aHundredItemsAreAnsweredInTheirOrder() {
        List<String> numbers =
                IntStream.range(0, 100).mapToObj(i -> "+1214555" + (1000 + i)).toList();
        desk.body(batch(numbers.stream().map(Desk::appointment).toList()));
        JsonNode decisions = json(desk.authorizations().authorizeBatch()).path("decisions");

        assertThat(decisions).hasSize(100);
        for (int i = 0; i < 100; i++) {
            String id = decisions.path(i).path("id").asText();
            JsonNode record = json(desk.authorizations().get(id));
            assertThat(record.path("request").path("to").asText()).isEqualTo(numbers.get(i));
        }
    }

    @Test
    void eachItemHasAKeyOfItsOwn() {
        desk.key("k");
        JsonNode batch = decide(desk, Desk.appointment(OTHER), Desk.appointment(World.RECIPIENT));
        desk.key("k/1").body(Desk.appointment(World.RECIPIENT));
        JsonNode single = json(desk.authorizations().authorize());

        assertThat(single.path("id")).isEqualTo(batch.path(1).path("id"));
        assertThat(decide(desk.key("k"), Desk.appointment(OTHER)).path(0).path("id"))
                .isEqualTo(batch.path(0).path("id"));
    }

    @Test
    void anItemWhoseFactsAreOutOfReachLeavesTheOthersAlone() {
        RecipientTag dark = world.ports().vault().tag(World.ADA, new PhoneNumber(World.RECIPIENT));
        RecipientLedger failing = spy(world.ledger);
        doThrow(new FactsUnavailable("down")).when(failing).newest(eq(dark));
        JsonNode decisions =
                decide(
                        new Desk(world, world.ports(failing)),
                        Desk.appointment(World.RECIPIENT),
                        Desk.appointment(OTHER));

        assertThat(decisions.path(0).path("status").asInt()).isEqualTo(503);
        assertThat(decisions.path(0).path("decision").isMissingNode()).isTrue();
        assertThat(decisions.path(1).path("decision").asText()).isEqualTo("allow");
    }

    @Test
    void anItemThatFailsUnforeseenLeavesTheOthersAloneAndShowsNothing() {
        RecipientTag odd = world.ports().vault().tag(World.ADA, new PhoneNumber(World.RECIPIENT));
        RecipientLedger failing = spy(world.ledger);
        doThrow(new IllegalStateException(World.RECIPIENT)).when(failing).newest(eq(odd));
        JsonNode decisions =
                decide(
                        new Desk(world, world.ports(failing)),
                        Desk.appointment(World.RECIPIENT),
                        Desk.appointment(OTHER));

        assertThat(decisions.path(0).path("status").asInt()).isEqualTo(500);
        assertThat(decisions.path(0).toString()).doesNotContain(World.RECIPIENT);
        assertThat(decisions.path(1).path("decision").asText()).isEqualTo("allow");
    }

    @Test
    void withTheStoreDownTheWholeBatchIsToBeAskedAgain() {
        RecipientLedger down = mock(RecipientLedger.class);
        when(down.newest(any())).thenThrow(new FactsUnavailable("down"));
        Desk dark = new Desk(world, world.ports(down));

        assertThatThrownBy(() -> decide(dark, Desk.appointment(World.RECIPIENT), "{}"))
                .isInstanceOf(FactsUnavailable.class);
    }
}
