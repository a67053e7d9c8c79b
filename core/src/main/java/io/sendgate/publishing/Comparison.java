package io.sendgate.publishing;

import io.sendgate.decision.ClauseRef;
import io.sendgate.decision.Decision;
import io.sendgate.decision.Outcome;
import io.sendgate.decision.Reason;
import io.sendgate.decision.ReasonCode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Decisions beside those that another version would have come to, summed up by clause.
///
/// It belongs to one thread.
public final class Comparison {

    private static final int MOST_EXAMPLES = 20;

    private final Map<Place, Sum> sums = new TreeMap<>();
    private final Map<Outcome, Map<Outcome, Long>> outcomes = new EnumMap<>(Outcome.class);
    private long decided;
    private long same;

    /// Nothing compared yet.
    public Comparison() {}

    /// Adds a decision.
    ///
    /// @param id the authorization's
    /// @param before as it is on record
    /// @param after as another version would have it
    public void add(String id, Decision before, Decision after) {
        decided++;
        Map<Place, Set<Gist>> was = gists(before);
        Map<Place, Set<Gist>> is = gists(after);
        if (was.equals(is) && before.outcome() == after.outcome()) {
            same++;
            return;
        }
        outcomes.computeIfAbsent(before.outcome(), one -> new EnumMap<>(Outcome.class))
                .merge(after.outcome(), 1L, Long::sum);
        Map<Place, ClauseRef> cited = new HashMap<>();
        Stream.concat(reasons(before), reasons(after))
                .forEach(reason -> cited.put(Place.of(reason), reason.clause()));
        cited.forEach(
                (place, clause) -> {
                    if (!was.getOrDefault(place, Set.of()).equals(is.get(place))) {
                        sums.computeIfAbsent(place, one -> new Sum(clause))
                                .add(id, was.containsKey(place), is.containsKey(place));
                    }
                });
    }

    private static Stream<Reason> reasons(Decision decision) {
        return Stream.concat(
                decision.reasons().stream(),
                decision.would().stream().flatMap(would -> would.reasons().stream()));
    }

    private static Map<Place, Set<Gist>> gists(Decision decision) {
        return reasons(decision)
                .collect(
                        Collectors.groupingBy(
                                Place::of, Collectors.mapping(Gist::of, Collectors.toSet())));
    }

    /// How many decisions were compared.
    public long decided() {
        return decided;
    }

    /// How many would have come to the same outcome for the same reasons.
    public long same() {
        return same;
    }

    /// What differs, by document and clause.
    public List<ClauseDifference> differences() {
        return sums.values().stream().map(Sum::done).toList();
    }

    /// How many decisions of each outcome would have come to which, of those that differ.
    public Map<Outcome, Map<Outcome, Long>> outcomes() {
        return outcomes;
    }

    /// A clause of a document, whatever the version.
    private record Place(String source, String clause) implements Comparable<Place> {

        static Place of(Reason reason) {
            return new Place(reason.clause().source(), reason.clause().id());
        }

        @Override
        public int compareTo(Place other) {
            int bySource = source.compareTo(other.source);
            return bySource == 0 ? clause.compareTo(other.clause) : bySource;
        }
    }

    /// What matters of a reason.
    private record Gist(ReasonCode code, Outcome outcome, Optional<Instant> until) {

        static Gist of(Reason reason) {
            return new Gist(reason.code(), reason.outcome(), reason.until());
        }
    }

    /// The running sum of one clause.
    private static final class Sum {

        private final ClauseRef clause;
        private final List<String> examples = new ArrayList<>();
        private long added;
        private long removed;
        private long changed;

        Sum(ClauseRef clause) {
            this.clause = clause;
        }

        void add(String id, boolean was, boolean is) {
            if (was && is) {
                changed++;
            } else if (is) {
                added++;
            } else {
                removed++;
            }
            if (examples.size() < MOST_EXAMPLES) {
                examples.add(id);
            }
        }

        ClauseDifference done() {
            return new ClauseDifference(clause, added, removed, changed, examples);
        }
    }
}
