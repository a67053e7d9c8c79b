package io.sendgate.wire.phone;

import com.google.i18n.phonenumbers.prefixmapper.PhonePrefixMap;
import com.google.i18n.phonenumbers.prefixmapper.PrefixTimeZonesMap;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What libphonenumber knows of prefixes, read from its maps' own listing.
final class PrefixData {
    private static final String DATA = "/com/google/i18n/phonenumbers/";

    private PrefixData() {}

    /// Time zones, joined by `&`, by prefix.
    static SortedMap<String, String> zones() {
        PrefixTimeZonesMap map = new PrefixTimeZonesMap();
        try (InputStream in =
                        PrefixData.class.getResourceAsStream(DATA + "timezones/data/map_data");
                ObjectInputStream data = new ObjectInputStream(in)) {
            map.readExternal(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return listed(map.toString());
    }

    /// English place names by prefix, for one North American area code.
    static Map<String, String> places(int areaCode) {
        String name = DATA + "geocoding/data/1" + areaCode + "_en";
        try (InputStream in = PrefixData.class.getResourceAsStream(name)) {
            if (in == null) {
                return Map.of();
            }
            PhonePrefixMap map = new PhonePrefixMap();
            try (ObjectInputStream data = new ObjectInputStream(in)) {
                map.readExternal(data);
            }
            return listed(map.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SortedMap<String, String> listed(String text) {
        SortedMap<String, String> rows = new TreeMap<>();
        text.lines()
                .map(line -> line.split("\\|", 2))
                .forEach(parts -> rows.put(parts[0], parts[1]));
        return rows;
    }
}
