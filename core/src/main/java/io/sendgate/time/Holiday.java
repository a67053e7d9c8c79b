package io.sendgate.time;

import io.sendgate.contact.Term;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// A day that returns every year, as a rule by which it can be found.
public sealed interface Holiday {

    /// The days that are kept for it in a year; none where that year does not have it.
    Set<LocalDate> in(int year);

    /// Whether a date is kept for it.
    default boolean isOn(LocalDate date) {
        return IntStream.rangeClosed(date.getYear() - 1, date.getYear() + 1)
                .anyMatch(year -> in(year).contains(date));
    }

    /// The same date every year.
    ///
    /// @param observed which other day is kept as well where it falls on a weekend
    record Fixed(MonthDay day, Observed observed) implements Holiday {

        @Override
        public Set<LocalDate> in(int year) {
            if (!day.isValidYear(year)) {
                return Set.of();
            }
            LocalDate date = day.atYear(year);
            return observed.insteadOf(date).map(other -> Set.of(date, other)).orElse(Set.of(date));
        }
    }

    /// The same weekday of a month every year.
    ///
    /// @param month 1 for January
    /// @param nth 1 for the first, -1 for the last
    record Weekday(int month, DayOfWeek weekday, int nth) implements Holiday {

        @Override
        public Set<LocalDate> in(int year) {
            LocalDate first = LocalDate.of(year, month, 1);
            LocalDate found = first.with(TemporalAdjusters.dayOfWeekInMonth(nth, weekday));
            return found.getMonthValue() == month ? Set.of(found) : Set.of();
        }
    }

    /// So many days after Easter Sunday; before it where negative.
    record Easter(int days) implements Holiday {

        @Override
        public Set<LocalDate> in(int year) {
            return Set.of(sunday(year).plusDays(days));
        }

        /// Easter Sunday of the Gregorian calendar, by the anonymous algorithm of 1876.
        private static LocalDate sunday(int year) {
            int golden = year % 19;
            int century = year / 100;
            int rest = year % 100;
            int correction = (century - (century + 8) / 25 + 1) / 3;
            int epact = (19 * golden + century - century / 4 - correction + 15) % 30;
            int weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
            int late = (golden + 11 * epact + 22 * weekday) / 451;
            int day = epact + weekday - 7 * late + 114;
            return LocalDate.of(year, day / 31, day % 31 + 1);
        }
    }

    /// Which other day is kept for a date that falls on a weekend.
    enum Observed implements Term {
        /// None.
        NEVER,
        /// The Monday after a Sunday.
        MONDAY,
        /// The Monday after a Sunday, the Friday before a Saturday.
        NEAREST;

        Optional<LocalDate> insteadOf(LocalDate date) {
            return switch (date.getDayOfWeek()) {
                case SUNDAY -> this == NEVER ? Optional.empty() : Optional.of(date.plusDays(1));
                case SATURDAY ->
                        this == NEAREST ? Optional.of(date.minusDays(1)) : Optional.empty();
                case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> Optional.empty();
            };
        }
    }
}
