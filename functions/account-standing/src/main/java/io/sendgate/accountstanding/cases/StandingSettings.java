package io.sendgate.accountstanding.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.sendgate.standing.BusinessDays;
import io.sendgate.time.Holiday;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.StreamSupport;

/// The operator's own settings: when they work, and what is too much.
///
/// @param calendar the days on which they work
/// @param caseBusinessDays within how many of them a case is to be decided
public record StandingSettings(BusinessDays calendar, int caseBusinessDays, Rates rates) {

    private static final String FILE = "/standing.json";

    /// From where on an account's figures of a day open a case.
    ///
    /// @param fewestSends with fewer messages no rate says anything
    /// @param optOuts opt-outs a message
    /// @param complaints complaints a message
    /// @param noConsent refusals for want of consent
    public record Rates(long fewestSends, double optOuts, double complaints, long noConsent) {}

    /// The settings packed with the function.
    public static StandingSettings packed() {
        try (InputStream file = StandingSettings.class.getResourceAsStream(FILE)) {
            return read(new JsonMapper().readTree(Objects.requireNonNull(file, FILE)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static StandingSettings read(JsonNode json) {
        List<Holiday> holidays =
                StreamSupport.stream(json.path("holidays").spliterator(), false)
                        .map(StandingSettings::holiday)
                        .toList();
        JsonNode rates = json.path("rates");
        return new StandingSettings(
                new BusinessDays(
                        ZoneId.of(json.path("zone").asText()), day -> isHoliday(holidays, day)),
                json.path("caseBusinessDays").asInt(),
                new Rates(
                        rates.path("fewestSends").asLong(),
                        rates.path("optOuts").asDouble(),
                        rates.path("complaints").asDouble(),
                        rates.path("noConsent").asLong()));
    }

    private static boolean isHoliday(List<Holiday> holidays, LocalDate day) {
        return holidays.stream().anyMatch(holiday -> holiday.isOn(day));
    }

    private static Holiday holiday(JsonNode holiday) {
        return holiday.has("weekday")
                ? new Holiday.Weekday(
                        holiday.path("month").asInt(),
                        DayOfWeek.valueOf(
                                holiday.path("weekday").asText().toUpperCase(Locale.ROOT)),
                        holiday.path("nth").asInt())
                : new Holiday.Fixed(
                        MonthDay.parse("--" + holiday.path("date").asText()),
                        Holiday.Observed.NEAREST);
    }
}
