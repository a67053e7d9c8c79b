package io.sendgate.wire.phone;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberToTimeZonesMapper;
import com.google.i18n.phonenumbers.Phonenumber;

import io.sendgate.contact.PhoneNumber;
import io.sendgate.ledger.Whereabouts;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

final class AtlasTablesTest {
    private static final int LEAST = 200;
    private static final int MOST = 999;

    /// Where the library errs: the Yukon has kept one time all year since 2020, and Unalaska keeps
    /// Alaska's.
    private static final List<String> ERRS = List.of("YT America/Vancouver", "AK Pacific/Honolulu");

    @ParameterizedTest
    @ValueSource(
            strings = {AtlasTables.NANP_ZONES, AtlasTables.WORLD_ZONES, AtlasTables.NANP_REGIONS})
    void aTableIsWhatTheLibrarysDataMakesOfIt(String name) throws IOException {
        try (InputStream in = AtlasTable.class.getResourceAsStream(name)) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .as("run AtlasTables after a new version of the library")
                    .isEqualTo(AtlasTables.text(name));
        }
    }

    @Test
    void everyZoneOfAnyExchangeIsAmongThoseOfItsAreaCode() {
        NumberAtlas atlas = new NumberAtlas();
        PhoneNumberToTimeZonesMapper library = PhoneNumberToTimeZonesMapper.getInstance();
        int compared = 0;
        for (int code = LEAST; code <= MOST; code++) {
            Set<String> ours = names(atlas.zones(number(code, LEAST), Whereabouts.UNKNOWN));
            for (int exchange = LEAST; exchange <= MOST; exchange++) {
                List<String> theirs =
                        library.getTimeZonesForGeographicalNumber(
                                new Phonenumber.PhoneNumber()
                                        .setCountryCode(1)
                                        .setNationalNumber(national(code, exchange)));
                compared++;
                if (!ours.containsAll(theirs)) {
                    assertThat(ours).as("+1 %d %d", code, exchange).containsAll(theirs);
                }
            }
        }
        assertThat(compared).isEqualTo(640_000);
    }

    private static Set<String> names(Set<ZoneId> zones) {
        return zones.stream().map(ZoneId::getId).collect(Collectors.toSet());
    }

    private static PhoneNumber number(int code, int exchange) {
        return new PhoneNumber("+1" + national(code, exchange));
    }

    private static long national(int code, int exchange) {
        return code * 10_000_000L + exchange * 10_000L + 4567;
    }

    @Test
    void everyStateAndProvinceHasItsZonesAndAPostalCode() {
        Set<String> placed =
                AtlasTable.read("zones-regions.txt", Function.identity()).keySet().stream()
                        .map(key -> key.substring(3))
                        .collect(Collectors.toSet());
        Set<String> posted =
                AtlasTable.read("regions-postal.txt", Function.identity()).values().stream()
                        .flatMap(Set::stream)
                        .collect(Collectors.toSet());
        Set<String> numbered =
                AtlasTable.read("regions-nanp.txt", Function.identity()).values().stream()
                        .flatMap(Set::stream)
                        .collect(Collectors.toSet());

        assertThat(placed).isEqualTo(RegionNames.all()).isEqualTo(posted).isEqualTo(numbered);
    }

    @Test
    void aRegionKeepsTheTimeOfEveryNumberThatLiesInIt() {
        Map<String, Set<ZoneId>> regions = AtlasTable.read("zones-regions.txt", ZoneId::of);
        Map<String, String> zones = PrefixData.zones();
        List<String> without = new ArrayList<>();
        for (int code = LEAST; code <= MOST; code++) {
            for (Map.Entry<String, String> place : PrefixData.places(code).entrySet()) {
                String zone = zones.get(place.getKey());
                if (zone != null && place.getValue().contains(", ") && !zone.contains("&")) {
                    RegionNames.regionsOf(place.getValue()).stream()
                            .filter(region -> !ERRS.contains(region + " " + zone))
                            .filter(region -> !keeps(ofRegion(regions, region), zone))
                            .forEach(region -> without.add(place + " " + zone));
                }
            }
        }
        assertThat(without).isEmpty();
    }

    private static Set<ZoneId> ofRegion(Map<String, Set<ZoneId>> regions, String region) {
        return regions.getOrDefault("US " + region, regions.getOrDefault("CA " + region, Set.of()));
    }

    private static boolean keeps(Set<ZoneId> zones, String zone) {
        return zones.stream()
                .map(AtlasTablesTest::offset)
                .anyMatch(offset(ZoneId.of(zone))::equals);
    }

    /// A zone's time in winter and in summer, which is all that hours depend on.
    private static String offset(ZoneId zone) {
        return zone.getRules().getOffset(Instant.parse("2025-01-15T12:00:00Z"))
                + " "
                + zone.getRules().getOffset(Instant.parse("2025-07-15T12:00:00Z"));
    }
}
