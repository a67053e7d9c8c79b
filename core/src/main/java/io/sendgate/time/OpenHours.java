package io.sendgate.time;

import org.jspecify.annotations.Nullable;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The hours of the week in which something may be sent, local to wherever the recipient is.
///
/// Windows are half-open: open at `from`, closed at `to`. Whether an instant is open is judged by
/// the
/// wall clock of the zone, so an hour that repeats in autumn is judged twice and an hour that is
/// skipped
/// in spring never. Several zones are open when each of them is.
///
/// @param windows open hours by weekday; a weekday without one is closed
/// @param holidays days of the year that are closed whatever their weekday
public record OpenHours(Map<DayOfWeek, Window> windows, List<Holiday> holidays) {

    /// Within so short a time no clock changes twice.
    private static final Duration SHORT = Duration.ofHours(1);

    /// Open hours of a day, half-open.
    ///
    /// @param to midnight means the end of the day
    public record Window(LocalTime from, LocalTime to) {

        boolean contains(LocalTime time) {
            return !time.isBefore(from) && (to.equals(LocalTime.MIDNIGHT) || time.isBefore(to));
        }

        private Optional<Window> and(Window other) {
            LocalTime begin = from.isAfter(other.from) ? from : other.from;
            boolean endsFirst = to.equals(LocalTime.MIDNIGHT) || isBefore(other.to, to);
            LocalTime end = endsFirst ? other.to : to;
            return end.equals(LocalTime.MIDNIGHT) || begin.isBefore(end)
                    ? Optional.of(new Window(begin, end))
                    : Optional.empty();
        }

        private static boolean isBefore(LocalTime one, LocalTime other) {
            return !one.equals(LocalTime.MIDNIGHT) && one.isBefore(other);
        }

        Stream<LocalDateTime> edges(LocalDate day) {
            LocalDate closingDay = to.equals(LocalTime.MIDNIGHT) ? day.plusDays(1) : day;
            return Stream.of(day.atTime(from), closingDay.atTime(to));
        }
    }

    /// Copies the collections, so that hours never change.
    public OpenHours {
        windows = Map.copyOf(windows);
        holidays = List.copyOf(holidays);
    }

    /// Hours of weeks that are all alike.
    public OpenHours(Map<DayOfWeek, Window> windows) {
        this(windows, List.of());
    }

    /// The hours in which both these and others are open.
    public OpenHours and(OpenHours others) {
        Map<DayOfWeek, Window> both = new EnumMap<>(DayOfWeek.class);
        windows.forEach(
                (day, window) ->
                        Optional.ofNullable(others.windows.get(day))
                                .flatMap(window::and)
                                .ifPresent(common -> both.put(day, common)));
        return new OpenHours(
                both, Stream.concat(holidays.stream(), others.holidays.stream()).toList());
    }

    /// Whether no weekday has an open minute.
    public boolean isNever() {
        return windows.isEmpty();
    }

    /// Whether every zone is open at an instant.
    public boolean openAt(Instant instant, Set<ZoneId> zones) {
        return zones.stream().allMatch(zone -> openAt(instant, zone));
    }

    /// The first instant from `from` on at which every zone is open; empty if none is within
    /// `horizon`.
    public Optional<Instant> nextOpen(Instant from, Set<ZoneId> zones, Duration horizon) {
        Instant end = from.plus(horizon);
        Instant candidate = from;
        while (!openAt(candidate, zones)) {
            Instant tried = candidate;
            Optional<Instant> later =
                    zones.stream()
                            .map(zone -> nextOpen(tried, zone, end))
                            .reduce(Optional.of(tried), OpenHours::laterOf);
            if (later.isEmpty()) {
                return Optional.empty();
            }
            candidate = later.get();
        }
        return Optional.of(candidate);
    }

    /// The first instant after `from`, and before `end`, at which some zone is closed.
    public Optional<Instant> closesWithin(Instant from, Instant end, Set<ZoneId> zones) {
        if (zones.stream().allMatch(zone -> isOpenThroughout(from, end, zone))) {
            return Optional.empty();
        }
        return zones.stream()
                .flatMap(zone -> firstEdge(from, end, zone, edge -> !openAt(edge, zone)).stream())
                .min(Comparator.naturalOrder());
    }

    /// Whether the whole of a short time lies in one window, with no change of the clock in it.
    private boolean isOpenThroughout(Instant from, Instant end, ZoneId zone) {
        ZonedDateTime first = from.atZone(zone);
        ZonedDateTime last = end.atZone(zone);
        return first.getOffset().equals(last.getOffset())
                && first.toLocalDate().equals(last.toLocalDate())
                && Duration.between(from, end).compareTo(SHORT) <= 0
                && isOpen(first.toLocalDateTime())
                && isOpen(last.toLocalDateTime());
    }

    private boolean openAt(Instant instant, ZoneId zone) {
        return isOpen(instant.atZone(zone).toLocalDateTime());
    }

    private boolean isOpen(LocalDateTime local) {
        @Nullable Window window = windows.get(local.getDayOfWeek());
        return window != null
                && window.contains(local.toLocalTime())
                && holidays.stream().noneMatch(holiday -> holiday.isOn(local.toLocalDate()));
    }

    private Optional<Instant> nextOpen(Instant from, ZoneId zone, Instant end) {
        return openAt(from, zone)
                ? Optional.of(from)
                : firstEdge(from, end, zone, edge -> openAt(edge, zone));
    }

    private Optional<Instant> firstEdge(
            Instant from, Instant end, ZoneId zone, Predicate<Instant> wanted) {
        return edges(from, end, zone)
                .filter(edge -> edge.isAfter(from) && edge.isBefore(end))
                .filter(wanted)
                .min(Comparator.naturalOrder());
    }

    /// Every instant at which openness can change: window edges in each valid offset, and
    /// transitions.
    private Stream<Instant> edges(Instant from, Instant end, ZoneId zone) {
        ZoneRules rules = zone.getRules();
        LocalDate first = LocalDate.ofInstant(from, zone).minusDays(1);
        LocalDate last = LocalDate.ofInstant(end, zone).plusDays(1);
        Stream<Instant> windowEdges =
                first.datesUntil(last)
                        .flatMap(this::edgesOf)
                        .flatMap(local -> instants(local, rules).stream());
        return Stream.concat(windowEdges, transitions(from, end, rules));
    }

    private Stream<LocalDateTime> edgesOf(LocalDate day) {
        return Optional.ofNullable(windows.get(day.getDayOfWeek())).stream()
                .flatMap(window -> window.edges(day));
    }

    private static List<Instant> instants(LocalDateTime local, ZoneRules rules) {
        List<ZoneOffset> offsets = rules.getValidOffsets(local);
        return offsets.isEmpty()
                ? List.of(rules.getTransition(local).getInstant())
                : offsets.stream().map(local::toInstant).toList();
    }

    private static Stream<Instant> transitions(Instant from, Instant end, ZoneRules rules) {
        return Stream.iterate(
                        Optional.ofNullable(rules.nextTransition(from)),
                        Optional::isPresent,
                        next -> Optional.ofNullable(rules.nextTransition(next.get().getInstant())))
                .flatMap(Optional::stream)
                .map(ZoneOffsetTransition::getInstant)
                .takeWhile(instant -> instant.isBefore(end));
    }

    private static Optional<Instant> laterOf(Optional<Instant> one, Optional<Instant> other) {
        return one.flatMap(a -> other.map(b -> a.isAfter(b) ? a : b));
    }
}
