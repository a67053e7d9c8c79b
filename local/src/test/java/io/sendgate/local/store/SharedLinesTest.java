package io.sendgate.local.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.sendgate.aws.SharedLines;
import io.sendgate.aws.SharedLines.Reserved;
import io.sendgate.decision.Pace;
import io.sendgate.gate.Throughput.Taken;
import io.sendgate.gate.Throughput.Wish;
import io.sendgate.pace.Line;
import io.sendgate.pace.Range;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

class SharedLinesTest {

    private static final TestStore STORE = new TestStore();
    private static final Instant NOW = Entries.NOW;

    private final SharedLines lines = copy();

    @AfterAll
    static void close() {
        STORE.close();
    }

    @BeforeEach
    void countAfresh() {
        STORE.calls.reset();
    }

    private static SharedLines copy() {
        return STORE.lines();
    }

    private static Wish over(Line... lines) {
        return new Wish(TestStore.ADA, List.of(lines), Optional.empty());
    }

    private static Wish in(String broadcast, Line... lines) {
        return new Wish(TestStore.ADA, List.of(lines), Optional.of(broadcast));
    }

    private static long placesAmong(SharedLines copy, Wish wish, int times, Instant at) {
        return IntStream.range(0, times)
                .filter(i -> copy.take(wish, at) instanceof Taken.Place)
                .count();
    }

    @Test
    void aMinutesMessagesCostOneWriteForEverySecondsWorth() {
        Wish wish = over(Line.shared("p/minute", 600));

        assertThat(placesAmong(lines, wish, 700, NOW)).isEqualTo(600);
        assertThat(STORE.calls.count(call -> !call.refused())).isEqualTo(60);
        assertThat(lines.take(wish, NOW))
                .isEqualTo(full("p/minute", NOW.plus(Duration.ofMinutes(1))));
        assertThat(placesAmong(lines, wish, 700, NOW.plusSeconds(60))).isEqualTo(600);
    }

    private static Taken full(String source, Instant opens) {
        return new Taken.Full(new Pace(Map.of(source, opens)));
    }

    @Test
    void copiesShareALineToASecondsWorthEach() throws Exception {
        Wish wish = over(Line.shared("p/copies", 600));
        long taken = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Long>> running =
                    IntStream.range(0, 8)
                            .mapToObj(
                                    i -> threads.submit(() -> placesAmong(copy(), wish, 100, NOW)))
                            .toList();
            for (Future<Long> one : running) {
                taken += one.get();
            }
        }
        assertThat(taken).isBetween(600L - 8 * 10, 600L);
    }

    @Test
    void aPlaceThatIsGivenBackIsTheNextOnes() {
        Wish wish = over(Line.shared("p/back", 1));
        Taken.Place place = (Taken.Place) lines.take(wish, NOW);
        assertThat(lines.pace(wish, NOW)).isEqualTo(pace("p/back", NOW.plusSeconds(60)));

        place.giveBack().run();

        assertThat(lines.pace(wish, NOW)).isEqualTo(Pace.OPEN);
        assertThat(lines.take(wish, NOW)).isInstanceOf(Taken.Place.class);
    }

    private static Pace pace(String source, Instant opens) {
        return new Pace(Map.of(source, opens));
    }

    @Test
    void whatACopyHoldsIsNoPlaceForLongWhereTheLineHasFilledSince() {
        Line line = Line.shared("p/stale", 600);
        lines.take(over(line), NOW);
        Instant later = NOW.plus(Duration.ofHours(1));
        lines.reserve(TestStore.ADA, line, new Range("r4", later, 600, 600), "a");

        assertThat(lines.pace(over(line), later.plusSeconds(1))).isNotEqualTo(Pace.OPEN);
        assertThat(lines.take(over(line), later.plusSeconds(1))).isInstanceOf(Taken.Full.class);
    }

    @Test
    void aFullLineTakesNothingFromTheOthers() {
        Line narrow = Line.own(TestStore.ADA, 1);
        Line wide = Line.shared("p/wide", 120);
        lines.take(over(narrow), NOW);

        assertThat(lines.take(over(wide, narrow), NOW))
                .isEqualTo(full(Line.OWN, NOW.plusSeconds(60)));
        assertThat(placesAmong(lines, over(wide), 200, NOW)).isEqualTo(120);
    }

    @Test
    void thoseThatWaitGetTurnsOneAfterTheOther() {
        Wish wish = over(Line.shared("p/turns", 60));
        Pace full = pace("p/turns", NOW.plusSeconds(60));

        assertThat(IntStream.range(0, 3).mapToObj(i -> lines.turn(wish, full, NOW)))
                .containsExactly(
                        pace("p/turns", NOW.plusSeconds(60)),
                        pace("p/turns", NOW.plusSeconds(61)),
                        pace("p/turns", NOW.plusSeconds(62)));
    }

    @Test
    void reservingIsOneWriteForTheLineAndOneForTheRange() {
        Line line = Line.shared("p/reserve", 4000);
        lines.take(over(line), NOW);
        STORE.calls.reset();

        Reserved reserved = lines.reserve(TestStore.ADA, line, range("r1", 4000, 100_000), "a");

        assertThat(reserved).isInstanceOf(Reserved.Slots.class);
        assertThat(STORE.calls.writes()).isEqualTo(2);
    }

    private static Range range(String id, int perMinute, int count) {
        return new Range(id, NOW, perMinute, count);
    }

    @Test
    void theSameRequestIsAnsweredWithTheSameRangeAndAnotherIsNot() {
        Line line = Line.shared("p/same", 600);
        Reserved first = lines.reserve(TestStore.ADA, line, range("r2", 600, 60), "a");

        assertThat(copy().reserve(TestStore.ADA, line, range("r2", 600, 60), "a")).isEqualTo(first);
        assertThat(copy().reserve(TestStore.ADA, line, range("r2", 600, 61), "b"))
                .isInstanceOf(Reserved.OtherRequest.class);
    }

    @Test
    void rangesThatAreReservedAtOnceNeverOverlap() throws Exception {
        Line line = Line.shared("p/race", 6000);
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Reserved>> running =
                    IntStream.range(0, 8)
                            .mapToObj(
                                    i ->
                                            threads.submit(
                                                    () ->
                                                            copy().reserve(
                                                                            TestStore.ADA,
                                                                            line,
                                                                            range(
                                                                                    "q" + i, 6000,
                                                                                    100),
                                                                            "a")))
                            .toList();
            assertThat(running.stream().map(SharedLinesTest::start))
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.range(0, 8).mapToObj(NOW::plusSeconds).toList());
        }
    }

    private static Instant start(Future<Reserved> running) {
        try {
            return ((Reserved.Slots) running.get()).range().start();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void messagesOfABroadcastGoAtItsSlotsAndPastItsEndLikeSingleOnes() {
        Line line = Line.shared("p/slots", 60);
        lines.reserve(TestStore.ADA, line, range("r3", 60, 120), "a");
        Wish wish = in("r3", line);

        assertThat(lines.take(wish, NOW)).isInstanceOf(Taken.Place.class);
        assertThat(lines.take(wish, NOW)).isEqualTo(full("p/slots", NOW.plusSeconds(1)));
        assertThat(lines.take(wish, NOW.plusSeconds(1))).isInstanceOf(Taken.Place.class);
        assertThat(lines.take(over(line), NOW.plusSeconds(1))).isInstanceOf(Taken.Full.class);
        assertThat(lines.take(wish, NOW.plusSeconds(120))).isInstanceOf(Taken.Full.class);
        assertThat(placesAmong(lines, wish, 200, NOW.plusSeconds(180))).isEqualTo(60);
    }

    @Test
    void aBroadcastNobodyReservedHasNoSlots() {
        Wish wish = in("nobodys", Line.shared("p/nobodys", 2));

        assertThat(placesAmong(lines, wish, 5, NOW)).isEqualTo(2);
    }
}
