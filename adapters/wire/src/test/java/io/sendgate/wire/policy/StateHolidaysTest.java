package io.sendgate.wire.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.sendgate.policy.Policy;
import io.sendgate.policy.Rule;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Holds the states' barred days to the rules of 5 U.S.C. 6103, worked out anew.
class StateHolidaysTest {

    private static final Policy STATES =
            PolicyDocuments.seeded().document("us-states").orElseThrow().policy();

    @ParameterizedTest
    @ValueSource(strings = {"al-days", "la-days", "ri-days", "ut-days", "ms-holidays", "pa-days"})
    void everyFederalHolidayOfTenYearsIsBarred(String rule) {
        for (int year = 2026; year < 2036; year++) {
            assertThat(barred(rule, year)).containsAll(federal(year));
        }
    }

    @Test
    void theStatesAddNoMoreThanTheirOwn() {
        assertThat(added("al-days", 2027)).containsExactly(day(2027, 4, 26), day(2027, 6, 7));
        assertThat(added("la-days", 2027)).containsExactly(day(2027, 2, 9), day(2027, 3, 26));
        assertThat(added("ri-days", 2027)).containsExactly(day(2027, 8, 9));
        assertThat(added("ut-days", 2027)).containsExactly(day(2027, 7, 23), day(2027, 7, 24));
        assertThat(added("pa-days", 2027)).isEmpty();
    }

    private static Set<LocalDate> added(String rule, int year) {
        Set<LocalDate> added = new TreeSet<>(barred(rule, year));
        added.removeAll(federal(year));
        return added;
    }

    /// The days of a year that some holiday of the rule bars.
    private static Set<LocalDate> barred(String rule, int year) {
        Rule.Hours hours =
                STATES.rules().stream()
                        .filter(one -> one.head().id().equals(rule))
                        .map(Rule.Hours.class::cast)
                        .findFirst()
                        .orElseThrow();
        return IntStream.rangeClosed(1, day(year, 12, 31).getDayOfYear())
                .mapToObj(of -> LocalDate.ofYearDay(year, of))
                .filter(date -> hours.open().holidays().stream().anyMatch(one -> one.isOn(date)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// The federal holidays kept in a year, with the weekday on which one of a weekend is observed.
    private static Set<LocalDate> federal(int year) {
        Set<LocalDate> days = new TreeSet<>();
        days.add(nth(year, Month.JANUARY, DayOfWeek.MONDAY, 3));
        days.add(nth(year, Month.FEBRUARY, DayOfWeek.MONDAY, 3));
        days.add(nth(year, Month.MAY, DayOfWeek.MONDAY, -1));
        days.add(nth(year, Month.SEPTEMBER, DayOfWeek.MONDAY, 1));
        days.add(nth(year, Month.OCTOBER, DayOfWeek.MONDAY, 2));
        days.add(nth(year, Month.NOVEMBER, DayOfWeek.THURSDAY, 4));
        for (LocalDate fixed :
                Set.of(
                        day(year, 1, 1),
                        day(year, 6, 19),
                        day(year, 7, 4),
                        day(year, 11, 11),
                        day(year, 12, 25),
                        day(year + 1, 1, 1))) {
            days.add(fixed);
            days.add(observed(fixed));
        }
        days.removeIf(date -> date.getYear() != year);
        return days;
    }

    private static LocalDate observed(LocalDate date) {
        return switch (date.getDayOfWeek()) {
            case SATURDAY -> date.minusDays(1);
            case SUNDAY -> date.plusDays(1);
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> date;
        };
    }

    private static LocalDate nth(int year, Month month, DayOfWeek weekday, int nth) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(nth, weekday));
    }

    private static LocalDate day(int year, int month, int day) {
        return LocalDate.of(year, month, day);
    }
}
