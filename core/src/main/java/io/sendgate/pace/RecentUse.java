package io.sendgate.pace;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The places that were taken within the last minute.
///
/// A place taken at `t` counts before `t` plus a minute, exclusive. Places that lie a minute or
/// more ahead do not count: the clock has been moved back since.
///
/// @param batches places by the instant they were taken at, oldest first
public record RecentUse(List<Batch> batches) {

    /// The period in which places are counted.
    public static final Duration WINDOW = Duration.ofMinutes(1);

    /// Nothing yet.
    public static final RecentUse NONE = new RecentUse(List.of());

    private static final int MOST_BATCHES = 120;

    /// Places taken together.
    public record Batch(Instant at, int count) {}

    /// Copies the list, so that it never changes.
    public RecentUse {
        batches = List.copyOf(batches);
    }

    /// How many places count at an instant.
    public int at(Instant now) {
        return counting(now).mapToInt(Batch::count).sum();
    }

    /// The same with `count` places more; what no longer counts is forgotten.
    public RecentUse plus(int count, Instant now) {
        List<Batch> kept = new ArrayList<>(counting(now).toList());
        Batch more = new Batch(now, count);
        if (!kept.isEmpty() && kept.getLast().at().equals(now)) {
            more = new Batch(now, kept.removeLast().count() + count);
        }
        kept.add(more);
        if (kept.size() > MOST_BATCHES) {
            Batch oldest = kept.removeFirst();
            Batch next = kept.removeFirst();
            kept.addFirst(new Batch(next.at(), oldest.count() + next.count()));
        }
        return new RecentUse(kept);
    }

    /// The instants after `now` at which places are free again, ascending.
    public Stream<Instant> expiries(Instant now) {
        return counting(now).map(batch -> batch.at().plus(WINDOW)).sorted();
    }

    private Stream<Batch> counting(Instant now) {
        return batches.stream()
                .filter(batch -> batch.at().isAfter(now.minus(WINDOW)))
                .filter(batch -> batch.at().isBefore(now.plus(WINDOW)));
    }
}
