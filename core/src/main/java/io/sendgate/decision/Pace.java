package io.sendgate.decision;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// How the lines stand that a message goes over: those without a free place, with the instant at
/// which the next opens.
///
/// @param opens by the rule that speaks of the line, as `document/rule`
public record Pace(Map<String, Instant> opens) {

    /// Every line has a free place.
    public static final Pace OPEN = new Pace(Map.of());

    static final String LINE = "line";

    /// Copies the map, so that it never changes.
    public Pace {
        opens = Map.copyOf(opens);
    }

    /// When the next place opens on a rule's line; empty where one is free.
    public Optional<Instant> opens(String source) {
        return Optional.ofNullable(opens.get(source));
    }

    /// How the lines stood when a decision was made, which is all that it keeps of them.
    public static Pace asDecided(Decision decision) {
        return new Pace(
                decision.would().map(Decision.Would::reasons).orElse(decision.reasons()).stream()
                        .filter(reason -> reason.code() == ReasonCode.THROUGHPUT)
                        .filter(reason -> reason.until().isPresent())
                        .collect(
                                Collectors.toMap(
                                        reason -> String.valueOf(reason.facts().get(LINE)),
                                        reason -> reason.until().orElseThrow(),
                                        (one, other) -> one.isAfter(other) ? one : other)));
    }
}
