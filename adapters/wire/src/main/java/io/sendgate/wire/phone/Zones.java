package io.sendgate.wire.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberToTimeZonesMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber;

import io.sendgate.contact.PhoneNumber;

import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Time zones by number and by region.
final class Zones {
    private static final String NANP = "1";
    private static final List<String> COUNTRIES_WITH_REGIONS = List.of("US", "CA");

    /// Every full-hour offset there is: no hour of the day is open in all of them.
    private static final Set<ZoneId> ANYWHERE =
            IntStream.rangeClosed(-14, 12)
                    .mapToObj(hours -> ZoneId.of("Etc/GMT" + (hours < 0 ? "" : "+") + hours))
                    .collect(Collectors.toUnmodifiableSet());

    private final Map<String, Set<ZoneId>> byAreaCode =
            AtlasTable.read("zones-nanp.txt", ZoneId::of);
    private final Map<String, Set<ZoneId>> byCallingCode =
            AtlasTable.read("zones-world.txt", ZoneId::of);
    private final Map<String, Set<ZoneId>> byRegion =
            AtlasTable.read("zones-regions.txt", ZoneId::of);

    /// The zones of regions; empty where one of them is not known, or there is none.
    ///
    /// @param country the country on record; empty lets the letters speak for themselves
    Set<ZoneId> ofRegions(Set<String> regions, Optional<String> country) {
        List<Set<ZoneId>> found =
                regions.stream().map(region -> ofRegion(region, country)).toList();
        return found.stream().anyMatch(Set::isEmpty)
                ? Set.of()
                : found.stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }

    private Set<ZoneId> ofRegion(String region, Optional<String> country) {
        // No letters stand for a state and for a province.
        return COUNTRIES_WITH_REGIONS.stream()
                .filter(one -> country.isEmpty() || country.get().equalsIgnoreCase(one))
                .map(one -> byRegion.getOrDefault(one + " " + region, Set.of()))
                .filter(Predicate.not(Set::isEmpty))
                .findFirst()
                .orElse(Set.of());
    }

    /// Whether a number's area code, or its country, belongs to a place.
    boolean hasPlace(PhoneNumber number) {
        return AreaCode.of(number)
                .map(byAreaCode::containsKey)
                .orElseGet(() -> abroad(number).filter(Predicate.not(Set::isEmpty)).isPresent());
    }

    /// The zones of a number; never empty.
    Set<ZoneId> ofNumber(PhoneNumber number) {
        Optional<String> areaCode = AreaCode.of(number);
        if (areaCode.isPresent()) {
            return byAreaCode.getOrDefault(areaCode.get(), ofCallingCode(NANP));
        }
        return abroad(number).filter(Predicate.not(Set::isEmpty)).orElse(ANYWHERE);
    }

    private Optional<Set<ZoneId>> abroad(PhoneNumber number) {
        try {
            Phonenumber.PhoneNumber parsed =
                    PhoneNumberUtil.getInstance().parse(number.e164(), null);
            Set<ZoneId> ofPrefix =
                    known(PhoneNumberToTimeZonesMapper.getInstance().getTimeZonesForNumber(parsed));
            return Optional.of(
                    ofPrefix.isEmpty()
                            ? ofCallingCode(String.valueOf(parsed.getCountryCode()))
                            : ofPrefix);
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /// The zones by these names; none where one of them says that it is not known.
    private static Set<ZoneId> known(Collection<String> names) {
        return ZoneRulesProvider.getAvailableZoneIds().containsAll(names)
                ? names.stream().map(ZoneId::of).collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    private Set<ZoneId> ofCallingCode(String code) {
        return byCallingCode.getOrDefault(code, Set.of());
    }
}
