package io.sendgate.wire.phone;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A table of the atlas: lines of a key, a blank and values with commas between; `#` starts a
/// remark.
final class AtlasTable {
    private AtlasTable() {}

    /// The rows of a resource beside this class, by key.
    static <V> Map<String, Set<V>> read(String name, Function<String, V> value) {
        Map<String, Set<V>> rows = new HashMap<>();
        for (String line : lines(name)) {
            int blank = line.lastIndexOf(' ');
            Set<V> values =
                    Arrays.stream(line.substring(blank + 1).split(",", -1))
                            .map(value)
                            .collect(Collectors.toUnmodifiableSet());
            rows.put(line.substring(0, blank), values);
        }
        return Map.copyOf(rows);
    }

    private static List<String> lines(String name) {
        try (InputStream in = AtlasTable.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the atlas has no table " + name);
            }
            BufferedReader reader =
                    new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return reader.lines().filter(line -> !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
