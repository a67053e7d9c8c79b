package io.sendgate.pace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

class LineStateTest {

    private static final Instant NOON = Instant.parse("2026-11-16T18:00:00Z");
    private static final int RATE = 600;

    private static Instant at(String seconds) {
        return NOON.plus(Duration.parse("PT" + seconds + "S"));
    }

    private static LineState used(int count, Instant when) {
        return used(LineState.IDLE, count, when);
    }

    private static LineState used(LineState before, int count, Instant when) {
        LineState state = before;
        int left = count;
        while (left > 0) {
            LineState.Taken taken = state.take(RATE, left, when);
            assertThat(taken).isInstanceOf(LineState.Taken.Places.class);
            LineState.Taken.Places places = (LineState.Taken.Places) taken;
            state = places.after();
            left -= places.count();
        }
        return state;
    }

    private static LineState reserved(LineState before, String id, int rate, int count) {
        return before.reserve(RATE, new Range(id, NOON, rate, count)).orElseThrow().after();
    }

    @ParameterizedTest(name = "after {0} at {1}s a further one at {2}s: {3}")
    @CsvSource({
        "599, 0, 0, 0",
        "600, 0, 0, 60",
        "600, 0, 59.999, 60",
        "600, 0, 60, 60",
        "600, 30, 30, 90",
        "600, 30, 0, 90",
        "600, 120, 0, 0"
    })
    void aMinuteHasNoMoreMessagesThanTheLineLetsThrough(
            int taken, String when, String now, String opens) {
        assertThat(used(taken, at(when)).opens(RATE, at(now))).isEqualTo(at(opens));
    }

    @Test
    void placesOpenAgainAsTheyWereTaken() {
        LineState state = used(used(300, NOON), 300, at("30"));

        assertThat(state.opens(RATE, at("31"))).isEqualTo(at("60"));
        LineState refilled = used(state, 300, at("60"));
        assertThat(refilled.opens(RATE, at("60"))).isEqualTo(at("90"));
    }

    @Test
    void whatIsLeftIsTakenWhereABlockIsTooLarge() {
        LineState.Taken taken = used(595, NOON).take(RATE, 10, NOON);

        assertThat(taken)
                .isInstanceOfSatisfying(
                        LineState.Taken.Places.class,
                        places -> assertThat(places.count()).isEqualTo(5));
    }

    @Test
    void aBroadcastOfAHundredThousandTakesTwentyFiveMinutes() {
        Range range =
                LineState.IDLE
                        .reserve(4000, new Range("b", NOON, 4000, 100_000))
                        .orElseThrow()
                        .range();

        assertThat(range.start()).isEqualTo(NOON);
        assertThat(range.duration()).isEqualTo(Duration.ofMinutes(25));
        assertThat(range.slot(99_999)).isEqualTo(at("1499.985"));
    }

    @Test
    void broadcastsThatFillTheLineFollowOneAnother() {
        LineState first = reserved(LineState.IDLE, "one", RATE, 1200);

        Range second = first.reserve(RATE, new Range("two", NOON, RATE, 60)).orElseThrow().range();

        assertThat(second.start()).isEqualTo(at("120"));
    }

    @Test
    void broadcastsThatLeaveRoomGoSideBySide() {
        LineState first = reserved(LineState.IDLE, "one", 400, 4000);

        assertThat(first.reserve(RATE, new Range("two", NOON, 200, 60)).orElseThrow().range())
                .extracting(Range::start)
                .isEqualTo(NOON);
        assertThat(first.reserve(RATE, new Range("two", NOON, 201, 60)).orElseThrow().range())
                .extracting(Range::start)
                .isEqualTo(at("600"));
    }

    @Test
    void aBroadcastWaitsUntilSingleMessagesHaveLeftItRoom() {
        LineState busy = used(100, NOON);

        Range range = busy.reserve(RATE, new Range("b", NOON, RATE, 6000)).orElseThrow().range();

        assertThat(range.start()).isBetween(NOON, at("60"));
        assertThat(mostInAnyMinute(busy, range)).isLessThanOrEqualTo(RATE);
    }

    @Test
    void singleMessagesSeeWhatABroadcastLeaves() {
        LineState line = reserved(LineState.IDLE, "b", 400, 4000);

        LineState state = used(line, 200, at("60"));
        assertThat(state.take(RATE, 1, at("60"))).isEqualTo(new LineState.Taken.Full(at("120")));
    }

    @Test
    void behindABroadcastThatFillsTheLineASingleMessageWaitsForItsEnd() {
        LineState line = reserved(LineState.IDLE, "b", RATE, 6000);

        assertThat(line.opens(RATE, at("1"))).isBetween(at("600"), at("600.2"));
    }

    @Test
    void theSameBroadcastIsReservedOnce() {
        LineState line = reserved(LineState.IDLE, "b", RATE, 6000);

        LineState.Reserved again =
                line.reserve(RATE, new Range("b", at("5"), RATE, 6000)).orElseThrow();

        assertThat(again.after()).isEqualTo(line);
        assertThat(again.range().start()).isEqualTo(NOON);
    }

    @Test
    void outstandingBroadcastsAreBounded() {
        LineState line = LineState.IDLE;
        for (int i = 0; i < LineState.MOST_RANGES; i++) {
            line = reserved(line, "b" + i, RATE, 600);
        }

        assertThat(line.reserve(RATE, new Range("more", NOON, RATE, 1)))
                .isEqualTo(Optional.empty());
        Instant later = NOON.plus(Duration.ofMinutes(2));
        assertThat(line.reserve(RATE, new Range("more", later, RATE, 1))).isPresent();
    }

    /// The most messages in any minute, single ones and those of a range that goes as it may.
    private static int mostInAnyMinute(LineState line, Range range) {
        int most = 0;
        for (int second = 0; second <= 120; second++) {
            Instant end = NOON.plusSeconds(second);
            int slots = range.openedBy(end) - range.openedBy(end.minus(RecentUse.WINDOW));
            most = Math.max(most, slots + line.recent().at(end));
        }
        return most;
    }
}
