package io.sendgate.wire.phone;

import static org.assertj.core.api.Assertions.assertThat;

import io.sendgate.contact.PhoneNumber;
import io.sendgate.ledger.Whereabouts;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

final class NumberAtlasTest {
    private final NumberAtlas atlas = new NumberAtlas();

    private static PhoneNumber number(String e164) {
        return new PhoneNumber(e164);
    }

    private static Set<ZoneId> zones(String... names) {
        return Arrays.stream(names).map(ZoneId::of).collect(Collectors.toSet());
    }

    private static Whereabouts at(String country, String region, String postal) {
        return new Whereabouts(Optional.empty(), some(country), some(region), some(postal));
    }

    private static Optional<String> some(String text) {
        return Optional.of(text).filter(one -> !one.isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "+12125551234, America/New_York",
        "+18505551234, America/New_York America/Chicago",
        "+14485551234, America/New_York America/Chicago",
        "+16065551234, America/New_York America/Chicago",
        "+14235551234, America/New_York America/Chicago",
        "+13085551234, America/Chicago America/Denver",
        "+16505551234, America/Los_Angeles",
        "+14165551234, America/Toronto",
        "+18085551234, Pacific/Honolulu",
        "+442079460958, Europe/London",
        "+4915123456789, Europe/Berlin",
    })
    void everyZoneOfTheAreaCodeCounts(String number, String names) {
        assertThat(atlas.zones(number(number), Whereabouts.UNKNOWN))
                .isEqualTo(zones(names.split(" ")));
    }

    @Test
    void anAreaCodeOfNoPlaceCountsOnTheWholeContinent() {
        Set<ZoneId> everywhere = atlas.zones(number("+18005551234"), Whereabouts.UNKNOWN);

        assertThat(everywhere)
                .hasSizeGreaterThan(40)
                .contains(ZoneId.of("America/New_York"), ZoneId.of("Pacific/Honolulu"));
        for (String code : List.of("888", "500", "900", "738", "211", "999")) {
            assertThat(atlas.zones(number("+1" + code + "5551234"), Whereabouts.UNKNOWN))
                    .as(code)
                    .isEqualTo(everywhere);
        }
    }

    @Test
    void aNumberThatCannotExistCountsInItsWholeCountry() {
        assertThat(atlas.zones(number("+61000000000"), Whereabouts.UNKNOWN))
                .contains(ZoneId.of("Australia/Perth"), ZoneId.of("Australia/Sydney"));
    }

    @Test
    void aNumberOfNoCountryIsNeverInOpenHoursEverywhere() {
        for (String number :
                List.of("+80012345678", "+883510012345", "+99912345678", "+21055512")) {
            Set<ZoneId> anywhere = atlas.zones(number(number), Whereabouts.UNKNOWN);
            for (int hour = 0; hour < 24; hour++) {
                Instant instant = Instant.parse("2026-11-21T00:30:00Z").plusSeconds(3600L * hour);

                assertThat(anywhere)
                        .as(number)
                        .anyMatch(zone -> instant.atZone(zone).getHour() < 8)
                        .anyMatch(zone -> instant.atZone(zone).getHour() >= 20);
            }
        }
    }

    @Test
    void theZoneOnRecordSpeaksAlone() {
        Whereabouts known =
                new Whereabouts(
                        Optional.of(ZoneId.of("Asia/Tokyo")),
                        Optional.of("US"),
                        Optional.of("FL"),
                        Optional.of("10001"));

        assertThat(atlas.zones(number("+18005551234"), known)).isEqualTo(zones("Asia/Tokyo"));
    }

    @ParameterizedTest
    @CsvSource({
        "US, FL, '', America/New_York America/Chicago",
        "US, tx, 10001, America/Chicago America/Denver",
        "'', NY, '', America/New_York",
        "CA, SK, '', America/Regina America/Swift_Current America/Edmonton",
        "US, '', 10001, America/New_York",
        "'', '', 60614-1234, America/Chicago",
        "'', '', M5V 3L9, America/Toronto America/Winnipeg America/Atikokan",
    })
    void theRegionOnRecordSpeaksWhereTheNumberHasNoPlace(
            String country, String region, String postal, String names) {
        assertThat(atlas.zones(number("+18005551234"), at(country, region, postal)))
                .isEqualTo(zones(names.split(" ")));
    }

    @Test
    void theRegionOnRecordLeavesAnAreaCodeItsZones() {
        assertThat(atlas.zones(number("+16505551234"), at("US", "FL", "")))
                .isEqualTo(zones("America/Los_Angeles"));
    }

    @ParameterizedTest
    @CsvSource({
        "US, Florida, ''",
        "DE, BY, ''",
        "DE, '', 10115",
        "US, '', 000",
        "US, '', 09012",
        "US, '', M5V 3L9",
        "CA, '', 10001",
        "CA, FL, ''",
    })
    void whatIsOnRecordAndCannotBePlacedLeavesTheWordToTheNumber(
            String country, String region, String postal) {
        assertThat(atlas.zones(number("+16505551234"), at(country, region, postal)))
                .isEqualTo(zones("America/Los_Angeles"));
    }

    @ParameterizedTest
    @CsvSource({
        "+12125551234, US",
        "+14165551234, CA",
        "+17875551234, PR",
        "+442079460958, GB",
        "+77012345678, KZ",
        "+18005551234, US",
        "+19995551234, US",
    })
    void aNumberHasACountry(String number, String country) {
        assertThat(atlas.country(number(number))).contains(country);
    }

    @Test
    void aNumberOfNoCountryHasNone() {
        assertThat(atlas.country(number("+80012345678"))).isEmpty();
        assertThat(atlas.country(number("+99912345678"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "+18505551234, '', '', '', FL",
        "+14165551234, '', '', '', ON",
        "+19025551234, '', '', '', NS PE",
        "+12025551234, '', '', '', DC",
        "+12125551234, '', '', 32501, FL",
        "+12125551234, US, TX, 32501, TX",
        "+12125551234, '', '', V6B 1A1, BC",
        "+12125551234, '', '', 06390, CT NY",
        "+18005551234, '', '', '', ''",
        "+17875551234, '', '', '', ''",
        "+442079460958, '', '', '', ''",
    })
    void theRegionOnRecordBeatsThePostalCodeAndThatTheNumber(
            String number, String country, String region, String postal, String expected) {
        assertThat(
                        String.join(
                                " ",
                                atlas.regions(number(number), at(country, region, postal)).stream()
                                        .sorted()
                                        .toList()))
                .isEqualTo(expected);
    }
}
