package io.sendgate.sendauthorization;

import static io.sendgate.sendauthorization.Desk.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;

import io.sendgate.rest.problem.ProblemException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;

class AuthorizationListTest {

    private final World world = new World();
    private final Desk desk = new Desk(world);

    private JsonNode authorize(String request) {
        return json(desk.body(request).authorizations().authorize());
    }

    private JsonNode list(@Nullable String decision, @Nullable String code, @Nullable String from) {
        return json(
                desk.authorizations()
                        .list(World.RECIPIENT, decision, code, from, null, null, null));
    }

    private static int status(ProblemException thrown) {
        return thrown.problem().status();
    }

    private static ProblemException refusal(Runnable call) {
        return catchThrowableOfType(ProblemException.class, call::run);
    }

    @Test
    void aPersonsAuthorizationsAreListedNewestFirst() {
        authorize(Desk.offer(World.RECIPIENT));
        world.at(World.MORNING.plus(Duration.ofHours(1)));
        authorize(Desk.appointment(World.RECIPIENT));

        assertThat(list(null, null, null).path("items").findValuesAsText("decision"))
                .containsExactly("allow", "deny");
        assertThat(list("deny", null, null).path("items")).hasSize(1);
        assertThat(list(null, "consent-missing", null).path("items")).hasSize(1);
        assertThat(list(null, "quiet-hours", null).path("items")).isEmpty();
        assertThat(list(null, null, "2026-11-21T15:30:00Z").path("items")).hasSize(1);
    }

    @Test
    void aListGoesOnWhereItsCursorStands() {
        for (int i = 0; i < 3; i++) {
            world.at(World.MORNING.plusSeconds(i));
            authorize(Desk.appointment(World.RECIPIENT));
        }
        AuthorizationResource resource = desk.authorizations();
        JsonNode first = json(resource.list(World.RECIPIENT, null, null, null, null, "2", null));
        String next = first.path("next").asText();
        JsonNode rest = json(resource.list(World.RECIPIENT, null, null, null, null, "2", next));

        assertThat(first.path("items")).hasSize(2);
        assertThat(rest.path("items")).hasSize(1);
        assertThat(rest.path("next").isNull()).isTrue();
        assertThat(first.toString()).doesNotContain(rest.path("items").path(0).path("id").asText());
    }

    @Test
    void aListNeedsAPersonThatCanBeRead() {
        AuthorizationResource resource = desk.authorizations();

        assertThat(status(refusal(() -> resource.list(null, null, null, null, null, null, null))))
                .isEqualTo(400);
        assertThat(status(refusal(() -> resource.list("Bob", null, null, null, null, null, null))))
                .isEqualTo(400);
        assertThat(
                        json(resource.list(" 12145551234", null, null, null, null, null, null))
                                .path("items"))
                .isEmpty();
    }
}
