package io.sendgate.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.sendgate.time.Holiday.Observed;

import org.junit.jupiter.api.Test;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

class HolidayTest {

    private static final Holiday FOURTH = new Holiday.Fixed(MonthDay.of(7, 4), Observed.NEAREST);
    private static final Set<ZoneId> CHICAGO = Set.of(ZoneId.of("America/Chicago"));

    private static LocalDate date(String text) {
        return LocalDate.parse(text);
    }

    private static OpenHours allDay(Holiday... holidays) {
        OpenHours.Window window = new OpenHours.Window(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
        return new OpenHours(
                Arrays.stream(DayOfWeek.values())
                        .collect(Collectors.toMap(Function.identity(), day -> window)),
                List.of(holidays));
    }

    @Test
    void aDateThatFallsOnAWeekendIsKeptOnTheNearestWorkdayToo() {
        assertThat(FOURTH.in(2025)).containsExactly(date("2025-07-04"));
        assertThat(FOURTH.in(2026))
                .containsExactlyInAnyOrder(date("2026-07-04"), date("2026-07-03"));
        assertThat(FOURTH.in(2027))
                .containsExactlyInAnyOrder(date("2027-07-04"), date("2027-07-05"));
    }

    @Test
    void aNewYearsDayMayBeKeptInTheOldYear() {
        Holiday newYear = new Holiday.Fixed(MonthDay.of(1, 1), Observed.NEAREST);

        assertThat(newYear.isOn(date("2027-12-31"))).isTrue();
        assertThat(newYear.isOn(date("2026-12-31"))).isFalse();
    }

    @Test
    void aSaturdayIsNotMovedWhereOnlySundaysAre() {
        assertThat(new Holiday.Fixed(MonthDay.of(7, 4), Observed.MONDAY).in(2026)).hasSize(1);
        assertThat(new Holiday.Fixed(MonthDay.of(7, 4), Observed.NEVER).in(2027)).hasSize(1);
        assertThat(new Holiday.Fixed(MonthDay.of(2, 29), Observed.NEVER).in(2027)).isEmpty();
    }

    @Test
    void aWeekdayIsCountedFromEitherEndOfItsMonth() {
        assertThat(new Holiday.Weekday(11, DayOfWeek.THURSDAY, 4).in(2026))
                .containsExactly(date("2026-11-26"));
        assertThat(new Holiday.Weekday(5, DayOfWeek.MONDAY, -1).in(2027))
                .containsExactly(date("2027-05-31"));
        assertThat(new Holiday.Weekday(2, DayOfWeek.MONDAY, 5).in(2026)).isEmpty();
    }

    @Test
    void easterIsWhereTheCalendarPutsIt() {
        assertThat(new Holiday.Easter(0).in(2026)).containsExactly(date("2026-04-05"));
        assertThat(new Holiday.Easter(-2).in(2027)).containsExactly(date("2027-03-26"));
        assertThat(new Holiday.Easter(-47).in(2038)).containsExactly(date("2038-03-09"));
    }

    @Test
    void aHolidayIsClosedFromMidnightToMidnightWhereTheRecipientIs() {
        OpenHours hours = allDay(new Holiday.Weekday(11, DayOfWeek.THURSDAY, 4));

        assertThat(hours.openAt(Instant.parse("2026-11-26T05:59:59Z"), CHICAGO)).isTrue();
        assertThat(hours.openAt(Instant.parse("2026-11-26T06:00:00Z"), CHICAGO)).isFalse();
        assertThat(
                        hours.nextOpen(
                                Instant.parse("2026-11-26T06:00:00Z"),
                                CHICAGO,
                                Duration.ofDays(10)))
                .contains(Instant.parse("2026-11-27T06:00:00Z"));
        assertThat(
                        hours.closesWithin(
                                Instant.parse("2026-11-26T05:55:00Z"),
                                Instant.parse("2026-11-26T06:05:00Z"),
                                CHICAGO))
                .contains(Instant.parse("2026-11-26T06:00:00Z"));
    }
}
