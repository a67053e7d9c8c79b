package io.sendgate.wire.phone;

import io.sendgate.contact.PhoneNumber;
import io.sendgate.ledger.Whereabouts;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// States of the US and provinces of Canada, by what is on record and by number.
final class Regions {
    private static final String US = "US";
    private static final String CANADA = "CA";
    private static final int ZIP_DIGITS = 5;
    private static final int ZIP_PREFIX = 3;

    private final Map<String, Set<String>> byAreaCode =
            AtlasTable.read("regions-nanp.txt", Function.identity());
    private final Map<String, Set<String>> byPostalPrefix = postalPrefixes();

    private static Map<String, Set<String>> postalPrefixes() {
        Map<String, Set<String>> prefixes = new HashMap<>();
        AtlasTable.read("regions-postal.txt", Function.identity())
                .forEach((range, regions) -> spread(range, regions, prefixes));
        return Map.copyOf(prefixes);
    }

    private static void spread(
            String range, Set<String> regions, Map<String, Set<String>> prefixes) {
        String from = range.substring(0, range.indexOf('-'));
        String to = range.substring(range.indexOf('-') + 1);
        if (Character.isDigit(from.charAt(0))) {
            for (int prefix = Integer.parseInt(from); prefix <= Integer.parseInt(to); prefix++) {
                prefixes.put(String.format(Locale.ROOT, "%03d", prefix), regions);
            }
        } else {
            for (char letter = from.charAt(0); letter <= to.charAt(0); letter++) {
                prefixes.put(String.valueOf(letter), regions);
            }
        }
    }

    /// The region on record, else those of the postal code on record; empty where neither speaks.
    Set<String> onRecord(PhoneNumber number, Whereabouts known) {
        Optional<String> region =
                known.region()
                        .map(letters -> letters.strip().toUpperCase(Locale.ROOT))
                        .filter(letters -> !letters.isEmpty());
        if (region.isPresent()) {
            return Set.of(region.get());
        }
        return known.postalCode()
                .map(code -> ofPostalCode(code.strip(), country(number, known)))
                .orElse(Set.of());
    }

    /// The regions of the number's area code; empty outside the US and Canada.
    Set<String> ofNumber(PhoneNumber number) {
        return AreaCode.of(number)
                .map(code -> byAreaCode.getOrDefault(code, Set.of()))
                .orElse(Set.of());
    }

    /// The country that postal code and region belong to; for a `+1` number without one on record,
    /// the code's own form decides between the US and Canada.
    private static Optional<String> country(PhoneNumber number, Whereabouts known) {
        return known.country()
                .map(country -> country.toUpperCase(Locale.ROOT))
                .or(() -> number.isNorthAmerican() ? Optional.of("") : Optional.empty());
    }

    private Set<String> ofPostalCode(String code, Optional<String> country) {
        if (code.isEmpty() || country.isEmpty()) {
            return Set.of();
        }
        boolean anywhere = country.get().isEmpty();
        if (isZip(code) && (anywhere || country.get().equals(US))) {
            return byPostalPrefix.getOrDefault(code.substring(0, ZIP_PREFIX), Set.of());
        }
        char letter = Character.toUpperCase(code.charAt(0));
        boolean canadian =
                letter >= 'A' && letter <= 'Z' && (anywhere || country.get().equals(CANADA));
        return canadian ? byPostalPrefix.getOrDefault(String.valueOf(letter), Set.of()) : Set.of();
    }

    private static boolean isZip(String code) {
        return code.length() >= ZIP_DIGITS
                && code.chars().limit(ZIP_DIGITS).allMatch(c -> c >= '0' && c <= '9');
    }
}
