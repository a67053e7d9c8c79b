package io.sendgate.wire.policy;

import io.sendgate.time.Holiday;
import io.sendgate.time.Holiday.Observed;
import io.sendgate.time.OpenHours;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/// Reads the hours and the holidays of a rule.
final class HoursReader {

    private HoursReader() {}

    static OpenHours read(Members rule) {
        return new OpenHours(
                week(rule.in("open")),
                rule.objects("holidays").stream().map(HoursReader::holiday).toList());
    }

    private static Map<DayOfWeek, OpenHours.Window> week(Members week) {
        Map<DayOfWeek, OpenHours.Window> windows = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            String name = day.name().toLowerCase(Locale.ROOT);
            if (week.has(name)) {
                windows.put(day, window(week.in(name)));
            }
        }
        return windows;
    }

    private static OpenHours.Window window(Members hours) {
        return new OpenHours.Window(
                LocalTime.parse(hours.text("from")), LocalTime.parse(hours.text("to")));
    }

    /// `{"easter": -2}`, `{"weekday": "monday", "nth": 1, "month": 9}` or `{"date": "07-04"}`.
    private static Holiday holiday(Members holiday) {
        if (holiday.has("easter")) {
            return new Holiday.Easter(holiday.node().path("easter").asInt());
        }
        if (holiday.has("weekday")) {
            return new Holiday.Weekday(
                    holiday.node().path("month").asInt(),
                    DayOfWeek.valueOf(holiday.text("weekday").toUpperCase(Locale.ROOT)),
                    holiday.node().path("nth").asInt());
        }
        return new Holiday.Fixed(
                MonthDay.parse("--" + holiday.text("date")),
                holiday.maybeTerm(Observed.class, "observed").orElse(Observed.NEVER));
    }
}
