package io.sendgate.pace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;

class RangeUseTest {

    private static final Instant NOON = Instant.parse("2026-11-16T18:00:00Z");

    /// A second from one to the next, for ten minutes.
    private static final RangeUse PACED = RangeUse.of(new Range("b", NOON, 60, 600));

    private static Instant at(long second) {
        return NOON.plusSeconds(second);
    }

    @ParameterizedTest(name = "at {0}s: {1} have opened")
    @CsvSource({"-1, 0", "0, 1", "1, 2", "59, 60", "599, 600", "600, 600", "9999, 600"})
    void slotsOpenOneAfterTheOther(long second, int opened) {
        assertThat(PACED.range().openedBy(at(second))).isEqualTo(opened);
    }

    @Test
    void beforeItsStartTheFirstSlotIsWaitedFor() {
        assertThat(PACED.take(10, at(-5))).isEqualTo(new RangeUse.Taken.Early(NOON));
    }

    @Test
    void slotsAreTakenAtMostASecondAhead() {
        assertThat(PACED.take(10, NOON))
                .isInstanceOfSatisfying(
                        RangeUse.Taken.Slots.class,
                        slots -> assertThat(slots.count()).isEqualTo(2));
    }

    @Test
    void theNextSlotIsWaitedForWhereAllThatOpenedAreTaken() {
        RangeUse used = ((RangeUse.Taken.Slots) PACED.take(10, NOON)).after();

        assertThat(used.take(1, NOON)).isEqualTo(new RangeUse.Taken.Early(at(2)));
    }

    @Test
    void slotsThatPassedUnusedCatchUpNoFasterThanTheRangesRate() {
        RangeUse.Taken late = PACED.take(1000, at(300));

        assertThat(late)
                .isInstanceOfSatisfying(
                        RangeUse.Taken.Slots.class,
                        slots -> {
                            assertThat(slots.count()).isEqualTo(60);
                            assertThat(slots.after().take(1, at(301)))
                                    .isEqualTo(new RangeUse.Taken.Early(at(360)));
                        });
    }

    @Test
    void pastItsEndOrUsedUpItIsOver() {
        assertThat(PACED.take(1, at(600))).isInstanceOf(RangeUse.Taken.Over.class);
        RangeUse all = new RangeUse(PACED.range(), 600, RecentUse.NONE);
        assertThat(all.take(1, at(10))).isInstanceOf(RangeUse.Taken.Over.class);
    }
}
