package io.sendgate.consentreview;

import static io.sendgate.consentreview.Desk.json;
import static io.sendgate.consentreview.Desk.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import io.sendgate.consent.Scope;
import io.sendgate.message.Purpose;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class HistoryTest {

    private final World world = new World();
    private final Desk desk = new Desk(world);

    private JsonNode history(@Nullable String limit, @Nullable String after) {
        return json(desk.recipients().history(World.RECIPIENT, limit, after));
    }

    private List<String> kinds() {
        return history("100", null).path("items").findValuesAsText("kind");
    }

    private JsonNode export() {
        return json(desk.recipients().export(World.RECIPIENT));
    }

    /// An opt-in, an allow, a refusal and an opt-out, a minute apart.
    private void aLittleStory() {
        world.optIn(World.ADA, Optional.empty(), false);
        world.at(World.MORNING.plus(Duration.ofMinutes(1)));
        world.send(World.ADA, Purpose.MARKETING);
        world.at(World.MORNING.plus(Duration.ofMinutes(2)));
        world.send(World.ADA, Purpose.MARKETING);
        world.at(World.MORNING.plus(Duration.ofMinutes(3)));
        world.write(World.ADA, "STOP");
    }

    @Test
    void whatHappenedIsToldNewestFirst() {
        aLittleStory();

        assertThat(kinds())
                .containsSubsequence(
                        "opt-out.recorded",
                        "message.received",
                        "authorization.deferred",
                        "authorization.allowed",
                        "consent.granted");
        JsonNode refused = history("100", null).path("items");
        assertThat(refused.findValuesAsText("codes")).isNotEmpty();
        assertThat(refused.toString()).contains("frequency-cap").doesNotContain("20% off");
    }

    @Test
    void aHistoryGoesOnWhereItsCursorStands() {
        aLittleStory();
        List<String> walked = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            JsonNode page = history("2", after.orElse(null));
            walked.addAll(page.path("items").findValuesAsText("kind"));
            after =
                    Optional.of(page.path("next"))
                            .filter(JsonNode::isTextual)
                            .map(JsonNode::asText);
        } while (after.isPresent());

        assertThat(walked).isEqualTo(kinds());
        assertThat(refusal(() -> history("2", "rubbish")).problem().status()).isEqualTo(400);
    }

    @Test
    void aLongHistoryIsToldToItsBeginning() {
        for (int i = 0; i < 250; i++) {
            desk.put("{\"postalCode\": \"" + (75000 + i) + "\"}");
        }

        assertThat(export().path("records")).hasSize(250);
    }

    @Test
    void aSubAccountSeesItsOwnAndItsRootSeesBoth() {
        world.optIn(World.ADA, Optional.empty(), false);
        world.at(World.MORNING.plus(Duration.ofMinutes(1)));
        world.optIn(World.ADA_SUB, Optional.empty(), false);

        assertThat(kinds()).hasSize(2);
        desk.asks(World.ADA_SUB);
        assertThat(kinds()).hasSize(1);
        desk.asks(World.BOB);
        assertThat(kinds()).isEmpty();
    }

    @Test
    void anExportOpensEveryDetail() {
        aLittleStory();
        world.optOut(World.ADA, Scope.ALL);
        JsonNode export = export();

        assertThat(export.path("recipient").path("number").asText()).isEqualTo(World.RECIPIENT);
        assertThat(export.path("records")).hasSize(5);
        assertThat(export.path("records").findValuesAsText("body"))
                .contains("Ada Plumbing: 20% off. Reply STOP to unsubscribe");
        assertThat(export.path("records").findValuesAsText("text")).contains("STOP");
        assertThat(export.path("records").findValuesAsText("note")).contains("was polite about it");
        assertThat(
                        export.path("records")
                                .findValues("capture")
                                .getFirst()
                                .path("recipient")
                                .asText())
                .isEqualTo(World.RECIPIENT);
        assertThat(export.toString()).doesNotContain("bodyHash").doesNotContain("keyHash");
    }

    @Test
    void anErasureForgetsAllButWhatSuppresses() {
        aLittleStory();
        world.at(World.MORNING.plus(Duration.ofMinutes(4)));

        assertThat(desk.recipients().erase(World.RECIPIENT).getStatus()).isEqualTo(202);
        assertThat(kinds()).containsExactly("recipient.erased");
        assertThat(export().path("records").findValues("detail")).allMatch(JsonNode::isNull);
        assertThat(desk.get().path("optOuts")).hasSize(1);
        assertThat(desk.get().path("channels").path("sms").path("marketing").path("state").asText())
                .isEqualTo("opted-out");
        assertThat(world.send(World.ADA, Purpose.MARKETING)).isFalse();
    }

    @Test
    void aStrangerIsForgottenWithoutATrace() {
        assertThat(desk.recipients().erase(World.RECIPIENT).getStatus()).isEqualTo(202);
        assertThat(world.ledger.size()).isZero();
    }
}
