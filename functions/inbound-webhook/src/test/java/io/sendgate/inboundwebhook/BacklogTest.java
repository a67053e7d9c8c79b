package io.sendgate.inboundwebhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.sendgate.aws.Backlog;
import io.sendgate.gate.FactsUnavailable;
import io.sendgate.inboundwebhook.provider.Requests;
import io.sendgate.inboundwebhook.provider.Samples;
import io.sendgate.ledger.Change;
import io.sendgate.rest.problem.ProblemException;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class BacklogTest {

    private static final FactsUnavailable DOWN = new FactsUnavailable("the table is down");

    private final World world = new World();
    private final List<String> letters = new ArrayList<>();
    private final Webhooks failing = world.webhooks(failing());
    private final Intake intake = new Intake(() -> failing, letters::add);
    private final WorkOffBacklog errand = new WorkOffBacklog(() -> world.webhooks);

    private static Reception failing() {
        Reception reception = mock(Reception.class);
        when(reception.receive(any(), any(), any())).thenThrow(DOWN);
        return reception;
    }

    private void wait(Intake intake, Requests request) {
        assertThatExceptionOfType(FactsUnavailable.class)
                .isThrownBy(() -> intake.hear("twilio", World.ADA.value(), request.raw()));
    }

    private JsonNode event() {
        List<Map<String, String>> records = new ArrayList<>();
        for (String letter : letters) {
            records.add(
                    Map.of(
                            "eventSource",
                            "aws:sqs",
                            "messageId",
                            "m" + records.size(),
                            "body",
                            letter));
        }
        return new ObjectMapper().valueToTree(Map.of("Records", records));
    }

    @Test
    void aStopThatCannotBeRecordedWaitsAndIsNotAcknowledged() {
        wait(intake, Samples.request("twilio-stop"));
        assertThat(letters).hasSize(1);
        assertThat(world.changes()).isEmpty();
    }

    @Test
    void aStopThatWaitedIsRecordedAndItsReplyIsRequested() {
        wait(intake, Samples.request("twilio-stop"));
        assertThat(errand.takes(event())).isTrue();
        assertThat(errand.run(event())).isEqualTo(Map.of("batchItemFailures", List.of()));
        assertThat(world.state().optOuts()).hasSize(1);
        assertThat(world.changes()).hasAtLeastOneElementOfType(Change.ReplyRequested.class);
    }

    @Test
    void workingOffTwiceChangesNothing() {
        wait(intake, Samples.request("twilio-stop"));
        errand.run(event());
        int writes = world.fakes.ledger.writes.get();
        errand.run(event());
        assertThat(world.fakes.ledger.writes.get()).isEqualTo(writes);
    }

    @Test
    void aStartThatWaitedDoesNotOvertakeAStopThatCameAfterIt() {
        wait(intake, Samples.request("twilio-start-advanced"));
        world.fakes.clock.set(Samples.SENT.plusSeconds(30));
        world.hear("twilio", Samples.request("twilio-stop").at(Samples.SENT.plusSeconds(30)));
        world.fakes.clock.set(Samples.SENT.plusSeconds(60));
        errand.run(event());
        assertThat(world.state().optOuts()).hasSize(1);
    }

    @Test
    void everyProvidersRequestIsStillGenuineAfterAnHourInTheQueue() {
        world.fakes.clock.set(Samples.SENT.plusSeconds(3_600));
        for (String provider : Samples.providers()) {
            for (String sample : Samples.of(provider)) {
                Requests request = Samples.request(sample);
                Letter letter = Letter.of(provider, World.ADA.value(), request.raw());
                Letter read = Letter.read(letter.write().orElseThrow());
                assertThat(read).isEqualTo(letter);
                assertThat(read.request().body()).isEqualTo(request.raw().body());
                world.webhooks.hearLate(provider, World.ADA.value(), read.request());
            }
        }
    }

    @Test
    void aRequestThatIsNotBelievedDoesNotWait() {
        Requests forged =
                Samples.request("twilio-stop").header("x-twilio-signature", "bm90IHRoaXM=");
        assertThatThrownBy(() -> intake.hear("twilio", World.ADA.value(), forged.raw()))
                .isInstanceOf(ProblemException.class);
        assertThat(letters).isEmpty();
    }

    @Test
    void whatCouldNotBeCheckedIsCheckedBeforeItCounts() {
        Intake cold = new Intake(BacklogTest::unmade, letters::add);
        wait(cold, Samples.request("twilio-stop").header("x-twilio-signature", "bm90IHRoaXM="));
        assertThat(errand.run(event())).isEqualTo(Map.of("batchItemFailures", List.of()));
        assertThat(world.changes()).isEmpty();
    }

    private static Webhooks unmade() {
        throw new IllegalStateException("the container wraps it", DOWN);
    }

    @Test
    void whereTheQueueIsDownTooTheProviderIsStillToldToComeAgain() {
        Backlog down = mock(Backlog.class);
        doThrow(DOWN).when(down).put(anyString());
        wait(new Intake(() -> failing, down), Samples.request("twilio-stop"));
    }

    @Test
    void whatFailsAgainStaysAndWhatIsNoLetterTooAndTheOthersAreDone() {
        wait(intake, Samples.request("twilio-stop"));
        letters.addFirst("no letter");
        assertThat(errand.run(event()))
                .isEqualTo(Map.of("batchItemFailures", List.of(Map.of("itemIdentifier", "m0"))));
        assertThat(world.state().optOuts()).hasSize(1);
        Reception reception = mock(Reception.class);
        doThrow(DOWN).when(reception).receiveLate(any(), any(), any());
        Webhooks still = world.webhooks(reception);
        assertThat(new WorkOffBacklog(() -> still).run(event()).toString())
                .contains("m0")
                .contains("m1");
    }

    @Test
    void whatIsTooLongForTheQueueIsOnlyAnsweredThatItFailed() {
        Intake cold = new Intake(BacklogTest::unmade, letters::add);
        wait(cold, Samples.request("twilio-stop").body(new byte[2 << 20]));
        assertThat(letters).isEmpty();
    }
}
