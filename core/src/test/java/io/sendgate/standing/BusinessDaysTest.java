package io.sendgate.standing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;

class BusinessDaysTest {

    private static final Set<LocalDate> HOLIDAYS =
            Set.of(LocalDate.parse("2026-11-26"), LocalDate.parse("2026-12-25"));

    private final BusinessDays calendar = new BusinessDays(ZoneOffset.UTC, HOLIDAYS::contains);

    @ParameterizedTest
    @CsvSource({
        "2026-11-09T09:00:00Z, 10, 2026-11-23T09:00:00Z",
        "2026-11-23T09:00:00Z, 10, 2026-12-08T09:00:00Z",
        "2026-11-21T09:00:00Z, 1, 2026-11-23T09:00:00Z",
        "2026-11-20T23:59:59Z, 1, 2026-11-23T23:59:59Z",
        "2026-11-25T09:00:00Z, 1, 2026-11-27T09:00:00Z",
        "2026-12-18T09:00:00Z, 10, 2027-01-04T09:00:00Z",
    })
    void weekendsAndHolidaysDoNotCountNorDoesTheFirstDay(Instant start, int days, Instant due) {
        assertThat(calendar.after(start, days)).isEqualTo(due);
    }

    @Test
    void daysAreTheOperatorsOwn() {
        BusinessDays inTexas = new BusinessDays(ZoneId.of("America/Chicago"), day -> false);
        Instant fridayNightThere = Instant.parse("2026-11-21T04:00:00Z");

        assertThat(inTexas.after(fridayNightThere, 1)).isEqualTo("2026-11-24T04:00:00Z");
    }

    @Test
    void theTimeOfDayStaysAcrossAChangeOfClocks() {
        BusinessDays inTexas = new BusinessDays(ZoneId.of("America/Chicago"), day -> false);

        assertThat(inTexas.after(Instant.parse("2026-10-30T14:00:00Z"), 1))
                .isEqualTo("2026-11-02T15:00:00Z");
    }
}
