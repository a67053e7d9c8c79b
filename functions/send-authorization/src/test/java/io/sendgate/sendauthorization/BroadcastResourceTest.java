package io.sendgate.sendauthorization;

import static io.sendgate.sendauthorization.Desk.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;

import io.sendgate.aws.SharedLines;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.gate.FactsUnavailable;
import io.sendgate.gate.KeepFacts;
import io.sendgate.gate.RecipientLedger;
import io.sendgate.ledger.Whereabouts;
import io.sendgate.pace.Range;
import io.sendgate.rest.problem.ProblemException;

import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

class BroadcastResourceTest {

    private static final String LOS_ANGELES = "+12135551234";

    private final World world = new World();
    private final Desk desk = new Desk(world);

    private JsonNode estimate(String body) {
        return json(desk.body(body).broadcasts().estimate());
    }

    private static String toBoth() {
        return """
        {"recipients": 2, "messagesPerMinute": 60, "numbers": ["%s", "%s"]}
        """
                .formatted(World.RECIPIENT, LOS_ANGELES);
    }

    @Test
    void aHundredThousandAt4000AMinuteTake25Minutes() {
        JsonNode answer = estimate("{\"recipients\": 100000, \"messagesPerMinute\": 4000}");

        assertThat(answer.path("duration").asText()).isEqualTo("PT25M");
        assertThat(answer.path("earliestCompletion").asText()).isEqualTo("2026-11-21T15:25:00Z");
        assertThat(answer.path("sharedBandwidth").asBoolean()).isTrue();
        assertThat(answer.has("quietHours")).isFalse();
    }

    @Test
    void theAccountsOwnRateIsTakenWhereNoneIsAskedAbout() {
        desk.asks(World.BOB);

        assertThat(
                        estimate("{\"recipients\": 1200, \"messagesPerMinute\": 4000}")
                                .path("duration")
                                .asText())
                .isEqualTo("PT18S");
        assertThat(estimate("{\"recipients\": 1200}").path("duration").asText()).isEqualTo("PT2M");
    }

    @Test
    void aFractionOfASecondIsRoundedUp() {
        assertThat(
                        estimate("{\"recipients\": 1, \"messagesPerMinute\": 7}")
                                .path("duration")
                                .asText())
                .isEqualTo("PT9S");
    }

    @Test
    void aBroadcastIsNoFasterThanTheLineThatItsPolicyShares() {
        desk.asks(World.CAT);

        JsonNode fast = estimate("{\"recipients\": 100000, \"messagesPerMinute\": 9000}");

        assertThat(fast.path("messagesPerMinute").asInt()).isEqualTo(4000);
        assertThat(estimate("{\"recipients\": 100000}").path("duration").asText())
                .isEqualTo("PT25M");
    }

    @Test
    void whereOnlyNumbersAreNamedTheyAreCounted() {
        JsonNode answer =
                estimate(
                        "{\"numbers\": [\"%s\", \"%s\"], \"messagesPerMinute\": 60}"
                                .formatted(World.RECIPIENT, LOS_ANGELES));

        assertThat(answer.path("recipients").asInt()).isEqualTo(2);
        assertThat(answer.path("quietHours").isInt()).isTrue();
    }

    @Test
    void aReservationAnswersItsSlots() {
        desk.asks(World.CAT).key("b1").body("{\"recipients\": 100000}");
        Range range = new Range("bcast_x", World.MORNING.plusSeconds(60), 4000, 100_000);
        when(desk.lines.reserve(any(), any(), any(), any()))
                .thenReturn(new SharedLines.Reserved.Slots(range));

        JsonNode answer = json(desk.broadcasts().reserve());

        assertThat(answer.path("id").asText()).isEqualTo("bcast_x");
        assertThat(answer.path("duration").asText()).isEqualTo("PT25M");
        assertThat(answer.path("earliestCompletion").asText()).isEqualTo("2026-11-21T15:26:00Z");
        assertThat(answer.at("/slots/first").asText()).isEqualTo("2026-11-21T15:01:00Z");
        assertThat(answer.at("/slots/last").asText()).isEqualTo("2026-11-21T15:25:59.985Z");
        assertThat(answer.at("/slots/end").asText()).isEqualTo("2026-11-21T15:26:00Z");
    }

    @Test
    void theSameKeyAsksForTheSameBroadcastAndNoKeyForOneOfItsOwn() {
        assertThat(reservedId("k")).isEqualTo(reservedId("k")).startsWith("bcast_");
        assertThat(reservedId("k")).isNotEqualTo(reservedId("other"));
    }

    private String reservedId(String key) {
        ArgumentCaptor<Range> wanted = ArgumentCaptor.forClass(Range.class);
        Desk fresh = new Desk(world).asks(World.CAT).key(key).body("{\"recipients\": 10}");
        when(fresh.lines.reserve(any(), any(), wanted.capture(), any()))
                .thenAnswer(call -> new SharedLines.Reserved.Slots(call.getArgument(2)));
        fresh.broadcasts().reserve();
        return wanted.getValue().id();
    }

    @Test
    void aKeyOfAnotherBodyAndAFullLineAreProblems() {
        desk.asks(World.CAT).body("{\"recipients\": 10}");
        when(desk.lines.reserve(any(), any(), any(), any()))
                .thenReturn(new SharedLines.Reserved.OtherRequest())
                .thenReturn(new SharedLines.Reserved.TooMany());

        assertThat(refusedStatus()).isEqualTo(422);
        assertThat(refusedStatus()).isEqualTo(409);
    }

    private int refusedStatus() {
        ProblemException thrown =
                catchThrowableOfType(ProblemException.class, () -> desk.broadcasts().reserve());
        return thrown.problem().status();
    }

    @Test
    void withoutAnyRateThereIsNoEstimate() {
        ProblemException thrown =
                catchThrowableOfType(
                        ProblemException.class, () -> estimate("{\"recipients\": 10}"));

        assertThat(thrown.problem().errors().getFirst().pointer()).isEqualTo("/messagesPerMinute");
    }

    @Test
    void thoseInQuietHoursAreCountedAndTheLastOfThemSaysWhen() {
        world.at(Instant.parse("2026-11-21T14:30:00Z"));
        JsonNode answer = estimate(toBoth());

        assertThat(answer.path("quietHours").asInt()).isEqualTo(1);
        assertThat(answer.path("lastAt").asText()).isEqualTo("2026-11-21T16:00:00Z");
        assertThat(answer.path("earliestCompletion").asText()).isEqualTo("2026-11-21T16:00:00Z");
        assertThat(answer.path("duration").asText()).isEqualTo("PT2S");
    }

    @Test
    void aTimeZoneOnRecordReplacesWhatTheNumberSuggests() {
        world.at(Instant.parse("2026-11-21T14:30:00Z"));
        Whereabouts inTexas =
                new Whereabouts(
                        Optional.of(ZoneId.of("America/Chicago")),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        new KeepFacts(world.ports(), World.loop(world.ports()))
                .keep(
                        world.facts(World.ADA),
                        new PhoneNumber(LOS_ANGELES),
                        inTexas,
                        Optional.empty());

        assertThat(estimate(toBoth()).path("quietHours").asInt()).isZero();
    }

    @Test
    void aNumberThatIsNoneIsNamedByItsPlace() {
        ProblemException thrown =
                catchThrowableOfType(
                        ProblemException.class,
                        () ->
                                estimate(
                                        "{\"recipients\": 2, \"messagesPerMinute\": 60,"
                                                + " \"numbers\": [\"+12145551234\", \"Bob\"]}"));

        assertThat(thrown.problem().errors().getFirst().pointer()).isEqualTo("/numbers/1");
    }

    @Test
    void withTheStoreDownThereIsNoEstimateOfQuietHours() {
        RecipientLedger down = mock(RecipientLedger.class);
        when(down.begun(any())).thenThrow(new FactsUnavailable("down"));
        Desk dark = new Desk(world, world.ports(down)).body(toBoth());

        assertThatThrownBy(() -> dark.broadcasts().estimate()).isInstanceOf(FactsUnavailable.class);
    }
}
