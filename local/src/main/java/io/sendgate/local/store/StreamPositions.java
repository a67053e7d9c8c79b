package io.sendgate.local.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// How far each shard of the streams has been relayed, remembered in a file.
///
/// Losing the file, or its last change, only makes what was relayed be relayed again.
final class StreamPositions {

    private final Path file;
    private final Map<String, String> sequences = new TreeMap<>();

    /// Positions in a file; none yet where there is no file.
    StreamPositions(Path file) {
        this.file = file;
        if (Files.exists(file)) {
            lines().forEach(this::remember);
        }
    }

    /// The number of the last record of a shard that was relayed.
    Optional<String> of(String shard) {
        return Optional.ofNullable(sequences.get(shard));
    }

    /// Remembers the last record of a shard that was relayed.
    void advance(String shard, String sequence) {
        sequences.put(shard, sequence);
        List<String> lines =
                sequences.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .toList();
        try {
            Path whole = file.resolveSibling(file.getFileName() + ".whole");
            Files.write(whole, lines, StandardCharsets.UTF_8);
            Files.move(
                    whole,
                    file,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException refused) {
            throw new UncheckedIOException("the streams' positions cannot be kept", refused);
        }
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException refused) {
            throw new UncheckedIOException("the streams' positions cannot be read", refused);
        }
    }

    private void remember(String line) {
        int space = line.indexOf(' ');
        if (space > 0) {
            sequences.put(line.substring(0, space), line.substring(space + 1));
        }
    }
}
