package io.sendgate.inboundwebhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.sendgate.inboundwebhook.provider.Requests;
import io.sendgate.inboundwebhook.provider.Samples;
import io.sendgate.ledger.Change;
import io.sendgate.rest.problem.ProblemException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

class TopicsTest {

    private final World world = new World();
    private final Topics topics = world.topics();

    private static ObjectNode event() {
        Path file = Path.of("../../events/lambda/sns-stop.json");
        try {
            return (ObjectNode) new JsonMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aRecordIsHeardByTheOwnerOfItsSenderOnce() {
        assertThat(topics.takes(event())).isTrue();
        assertThat(topics.run(event())).containsEntry("heard", 1);
        topics.run(event());

        assertThat(world.state().optOuts()).hasSize(1);
        assertThat(world.changes()).filteredOn(Change.OptedOut.class::isInstance).hasSize(1);
    }

    @Test
    void whatIsNotTakenFailsTheCallAfterAllWereTried() {
        ObjectNode event = event();
        JsonNode genuine = event.at("/Records/0");
        ObjectNode forged = genuine.deepCopy();
        ((ObjectNode) forged.path("Sns")).put("Timestamp", "2026-11-21T17:59:59.000Z");
        ((ArrayNode) event.path("Records")).removeAll().add(forged).add(genuine).add(forged);

        assertThatThrownBy(() -> topics.run(event)).hasMessageContaining("2 records");
        assertThat(world.state().optOuts()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"Records\":[]}",
                "{\"Records\":[{\"eventSource\":\"aws:sqs\"}]}",
                "{\"version\":\"2.0\",\"rawPath\":\"/webhooks/aws\"}"
            })
    void otherEventsAreLeftToOthers(String json) throws IOException {
        assertThat(topics.takes(new JsonMapper().readTree(json))).isFalse();
    }

    @Test
    void aSenderThatNobodyOwnsIsNotFound() {
        Requests whatsApp = Samples.request("aws-whatsapp");
        assertThat(status(whatsApp)).isEqualTo(404);
        assertThat(status(whatsApp.body("{}"))).isEqualTo(400);
    }

    private int status(Requests request) {
        return catchThrowableOfType(ProblemException.class, () -> topics.hear(request.raw()))
                .problem()
                .status();
    }
}
