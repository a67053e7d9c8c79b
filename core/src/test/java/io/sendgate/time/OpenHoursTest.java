package io.sendgate.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.sendgate.time.OpenHours.Window;

import org.junit.jupiter.api.Test;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class OpenHoursTest {

    private static final OpenHours DECENT = daily("08:00", "21:00");
    private static final Set<ZoneId> CHICAGO = Set.of(ZoneId.of("America/Chicago"));

    private static OpenHours daily(String from, String to) {
        Window window = new Window(LocalTime.parse(from), LocalTime.parse(to));
        return new OpenHours(
                Arrays.stream(DayOfWeek.values())
                        .collect(Collectors.toMap(Function.identity(), day -> window)));
    }

    @Test
    void theLastSecondIsOpenAndTheNextIsClosedUntilMorning() {
        assertThat(DECENT.openAt(Instant.parse("2026-11-22T02:59:59Z"), CHICAGO)).isTrue();
        assertThat(DECENT.openAt(Instant.parse("2026-11-22T03:00:00Z"), CHICAGO)).isFalse();
        assertThat(nextOpen("2026-11-22T03:00:00Z", CHICAGO)).isEqualTo("2026-11-22T14:00:00Z");
    }

    @Test
    void theNightOfTheSpringChangeIsAnHourShorter() {
        assertThat(nextOpen("2027-03-14T03:00:00Z", CHICAGO)).isEqualTo("2027-03-14T13:00:00Z");
    }

    @Test
    void severalZonesAreOpenOnlyWhenEachIs() {
        Set<ZoneId> coasts =
                Set.of(ZoneId.of("America/New_York"), ZoneId.of("America/Los_Angeles"));
        assertThat(DECENT.openAt(Instant.parse("2026-11-22T14:00:00Z"), coasts)).isFalse();
        assertThat(nextOpen("2026-11-22T14:00:00Z", coasts)).isEqualTo("2026-11-22T16:00:00Z");
    }

    @Test
    void zonesThatAreNeverOpenTogetherHaveNoNextOpening() {
        Set<ZoneId> antipodes = Set.of(ZoneId.of("Pacific/Auckland"), ZoneId.of("Europe/London"));
        OpenHours morning = daily("09:00", "10:00");
        assertThat(morning.nextOpen(Instant.EPOCH, antipodes, Duration.ofDays(10))).isEmpty();
    }

    @Test
    void aDayWithoutAWindowIsSkipped() {
        OpenHours weekdays =
                new OpenHours(
                        Stream.of(DayOfWeek.values())
                                .filter(day -> day != DayOfWeek.SUNDAY)
                                .collect(
                                        Collectors.toMap(
                                                Function.identity(),
                                                day ->
                                                        new Window(
                                                                LocalTime.of(8, 0),
                                                                LocalTime.MIDNIGHT))));
        Instant sunday = Instant.parse("2026-11-22T12:00:00Z");
        assertThat(weekdays.nextOpen(sunday, CHICAGO, Duration.ofDays(10)))
                .contains(Instant.parse("2026-11-23T14:00:00Z"));
    }

    @Test
    void closingIsSeenOnlyWhereItIsNear() {
        Instant nearNine = Instant.parse("2026-11-22T02:55:00Z");
        assertThat(DECENT.closesWithin(nearNine, nearNine.plusSeconds(600), CHICAGO))
                .contains(Instant.parse("2026-11-22T03:00:00Z"));
        assertThat(DECENT.closesWithin(nearNine, nearNine.plusSeconds(60), CHICAGO)).isEmpty();
    }

    /// Every tenth transition of every zone from 2000 to 2037, against a scan minute by minute.
    @Test
    void everyZoneAgreesWithAScanMinuteByMinuteAroundItsTransitions() {
        List<OpenHours> hours = List.of(DECENT, daily("01:30", "02:15"));
        long checked = 0;
        for (String id : ZoneId.getAvailableZoneIds()) {
            ZoneId zone = ZoneId.of(id);
            for (Instant transition : transitions(zone)) {
                for (OpenHours one : hours) {
                    agreesAround(one, zone, transition);
                    checked++;
                }
            }
        }
        assertThat(checked).isGreaterThan(3_000);
    }

    private static List<Instant> transitions(ZoneId zone) {
        Instant end = Instant.parse("2038-01-01T00:00:00Z");
        List<Instant> all =
                Stream.iterate(
                                zone.getRules()
                                        .nextTransition(Instant.parse("2000-01-01T00:00:00Z")),
                                next -> next != null && next.getInstant().isBefore(end),
                                next -> zone.getRules().nextTransition(next.getInstant()))
                        .map(ZoneOffsetTransition::getInstant)
                        .toList();
        int phase = Math.floorMod(zone.getId().hashCode(), 10);
        return Stream.iterate(phase, i -> i < all.size(), i -> i + 10).map(all::get).toList();
    }

    private static void agreesAround(OpenHours hours, ZoneId zone, Instant transition) {
        for (int minutes = -100; minutes <= 100; minutes += 50) {
            Instant from = transition.plus(minutes, ChronoUnit.MINUTES);
            Optional<Instant> scanned = scan(hours, zone, from);
            assertThat(hours.nextOpen(from, Set.of(zone), Duration.ofDays(2)))
                    .as("%s from %s", zone, from)
                    .isEqualTo(scanned);
        }
    }

    private static Optional<Instant> scan(OpenHours hours, ZoneId zone, Instant from) {
        return Stream.iterate(from, at -> at.plus(1, ChronoUnit.MINUTES))
                .limit(2 * 24 * 60)
                .filter(at -> isOpen(hours.windows(), at.atZone(zone).toLocalDateTime()))
                .findFirst();
    }

    private static boolean isOpen(Map<DayOfWeek, Window> windows, LocalDateTime local) {
        return Optional.ofNullable(windows.get(local.getDayOfWeek()))
                .filter(window -> local.toLocalTime().compareTo(window.from()) >= 0)
                .filter(window -> local.toLocalTime().compareTo(window.to()) < 0)
                .isPresent();
    }

    private static Instant nextOpen(String from, Set<ZoneId> zones) {
        return DECENT.nextOpen(Instant.parse(from), zones, Duration.ofDays(10)).orElseThrow();
    }
}
