package io.sendgate.decision;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// One rule's failing, with what it rests on.
///
/// @param outcome what it asks for: defer, review or deny
/// @param until for a deferral, the first instant at which this rule is content
/// @param facts the facts it used, as JSON values (text, number, boolean, list of text)
/// @param fix the least that would turn it
public record Reason(
        ReasonCode code,
        Outcome outcome,
        Optional<Instant> until,
        ClauseRef clause,
        Map<String, Object> facts,
        Fix fix) {

    /// Copies the map, so that a reason never changes.
    public Reason {
        facts = Map.copyOf(facts);
    }
}
