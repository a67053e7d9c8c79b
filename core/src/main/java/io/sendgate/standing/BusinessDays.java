package io.sendgate.standing;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.function.Predicate;

/// The days on which the operator works: no weekend, no holiday.
///
/// @param zone where the operator is
/// @param isHoliday whether a day is one
public record BusinessDays(ZoneId zone, Predicate<LocalDate> isHoliday) {

    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    /// The same time of day so many business days later; the day it starts on does not count.
    ///
    /// @param days at least 1
    public Instant after(Instant start, int days) {
        ZonedDateTime moment = start.atZone(zone);
        int left = days;
        while (left > 0) {
            moment = moment.plusDays(1);
            if (isOpen(moment.toLocalDate())) {
                left--;
            }
        }
        return moment.toInstant();
    }

    /// Whether a day is a business day.
    public boolean isOpen(LocalDate day) {
        return !WEEKEND.contains(day.getDayOfWeek()) && !isHoliday.test(day);
    }
}
