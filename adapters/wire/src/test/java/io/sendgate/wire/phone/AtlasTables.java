package io.sendgate.wire.phone;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Makes the atlas's tables from libphonenumber's own data.
///
/// Run its `main` with the folder of the resources after a new version of the library; a test says
/// when.
final class AtlasTables {
    static final String NANP_ZONES = "zones-nanp.txt";
    static final String WORLD_ZONES = "zones-world.txt";
    static final String NANP_REGIONS = "regions-nanp.txt";

    private static final int LEAST_AREA_CODE = 200;
    private static final int MOST_AREA_CODE = 999;
    private static final Set<String> WITH_REGIONS = Set.of("US", "CA");

    /// Area codes that share a territory with more than one zone: the data knows the exchanges of
    /// the older code and gives the newer one a single zone.
    private static final List<Set<String>> OVERLAYS =
            List.of(
                    Set.of("208", "986"),
                    Set.of("236", "250", "257", "672", "778"),
                    Set.of("270", "364"),
                    Set.of("367", "418", "581"),
                    Set.of("448", "850"),
                    Set.of("458", "541"),
                    Set.of("709", "879"),
                    Set.of("812", "930"));

    private AtlasTables() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        for (String name : Set.of(NANP_ZONES, WORLD_ZONES, NANP_REGIONS)) {
            Files.writeString(folder.resolve(name), text(name));
        }
    }

    /// The text of one table, as it is committed.
    static String text(String name) {
        return switch (name) {
            case NANP_ZONES ->
                    table(
                            "Time zones of North American area codes: every zone of any prefix"
                                    + " beneath.",
                            areaZones());
            case WORLD_ZONES ->
                    table(
                            "Time zones of country calling codes: every zone of any prefix"
                                    + " beneath.",
                            worldZones());
            case NANP_REGIONS ->
                    table("States and provinces of North American area codes.", areaRegions());
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static String table(String title, SortedMap<String, SortedSet<String>> rows) {
        return "# "
                + title
                + "\n# Made by AtlasTables from libphonenumber's data; do not edit.\n"
                + rows.entrySet().stream()
                        .map(row -> row.getKey() + " " + String.join(",", row.getValue()) + "\n")
                        .collect(Collectors.joining());
    }

    private static SortedMap<String, SortedSet<String>> areaZones() {
        SortedMap<String, SortedSet<String>> rows = new TreeMap<>();
        PrefixData.zones().entrySet().stream()
                .filter(prefix -> prefix.getKey().startsWith("1") && prefix.getKey().length() > 3)
                .forEach(
                        prefix ->
                                rows.computeIfAbsent(
                                                prefix.getKey().substring(1, 4),
                                                code -> new TreeSet<>())
                                        .addAll(Arrays.asList(prefix.getValue().split("&"))));
        OVERLAYS.forEach(overlay -> share(overlay, rows));
        return rows;
    }

    private static void share(Set<String> overlay, SortedMap<String, SortedSet<String>> rows) {
        SortedSet<String> zones = new TreeSet<>();
        overlay.forEach(code -> zones.addAll(rows.get(code)));
        overlay.forEach(code -> rows.put(code, zones));
    }

    private static SortedMap<String, SortedSet<String>> worldZones() {
        SortedMap<String, SortedSet<String>> rows = new TreeMap<>();
        Set<Integer> codes = PhoneNumberUtil.getInstance().getSupportedCallingCodes();
        PrefixData.zones()
                .forEach(
                        (prefix, zones) ->
                                rows.computeIfAbsent(
                                                callingCode(codes, prefix), code -> new TreeSet<>())
                                        .addAll(Arrays.asList(zones.split("&"))));
        return rows;
    }

    private static String callingCode(Set<Integer> codes, String prefix) {
        return IntStream.rangeClosed(1, Math.min(3, prefix.length()))
                .mapToObj(length -> prefix.substring(0, length))
                .filter(code -> codes.contains(Integer.valueOf(code)))
                .findFirst()
                .orElseThrow();
    }

    private static SortedMap<String, SortedSet<String>> areaRegions() {
        SortedMap<String, SortedSet<String>> rows = new TreeMap<>();
        for (int code = LEAST_AREA_CODE; code <= MOST_AREA_CODE; code++) {
            Map<String, String> places = PrefixData.places(code);
            if (!places.isEmpty() && country(code).filter(WITH_REGIONS::contains).isPresent()) {
                SortedSet<String> regions = new TreeSet<>();
                places.values().forEach(name -> regions.addAll(RegionNames.regionsOf(name)));
                rows.put(String.valueOf(code), regions);
            }
        }
        return rows;
    }

    /// The country of an area code, by any of its numbers that can exist.
    private static Optional<String> country(int areaCode) {
        PhoneNumberUtil library = PhoneNumberUtil.getInstance();
        return IntStream.rangeClosed(LEAST_AREA_CODE, MOST_AREA_CODE)
                .mapToObj(exchange -> areaCode * 10_000_000L + exchange * 10_000L + 4567)
                .map(national -> new PhoneNumber().setCountryCode(1).setNationalNumber(national))
                .flatMap(
                        number ->
                                Optional.ofNullable(library.getRegionCodeForNumber(number))
                                        .stream())
                .findFirst();
    }
}
