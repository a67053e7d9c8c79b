package io.sendgate.accountstanding.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.sendgate.standing.BusinessDays;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;

final class StandingSettingsTest {

    private final BusinessDays calendar = StandingSettings.packed().calendar();

    @Test
    void tenBusinessDaysPassOverWeekendsAndThanksgiving() {
        assertThat(calendar.after(Instant.parse("2026-11-16T18:00:00Z"), 10))
                .isEqualTo(Instant.parse("2026-12-01T18:00:00Z"));
    }

    @Test
    void aHolidayThatFallsOnASaturdayClosesTheFridayBefore() {
        assertThat(calendar.isOpen(LocalDate.parse("2026-07-03"))).isFalse();
        assertThat(calendar.isOpen(LocalDate.parse("2026-07-02"))).isTrue();
    }

    @Test
    void theOfficeIsClosedOnMemorialDay() {
        assertThat(calendar.isOpen(LocalDate.parse("2027-05-31"))).isFalse();
    }
}
