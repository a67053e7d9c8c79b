package io.sendgate.eventrelay;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.arc.Unremovable;
import io.sendgate.aws.Errand;
import io.sendgate.aws.RecordedRange;
import io.sendgate.gate.SteadyClock;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// An operator's errand: tells again what was recorded in a span of time, from the table itself.
///
/// `{"republish":{"from":…,"to":…,"after":…}}` answers `{"relayed":n,"next":…}`: `next` goes into
/// the next call as `after` until there is none. Events keep their ids and sequences, so that
/// whoever has heard them knows them again.
@Singleton
@Unremovable
public class Republish implements Errand {

    private static final String MEMBER = "republish";
    private static final int PAGE = 500;
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final RecordedRange range;
    private final EventRelay relay;
    private final SteadyClock steady;

    /// The errand over the table and the relay.
    @Inject
    public Republish(RecordedRange range, EventRelay relay, SteadyClock steady) {
        this.range = range;
        this.relay = relay;
        this.steady = steady;
    }

    @Override
    public boolean takes(JsonNode event) {
        return event.has(MEMBER);
    }

    /// Goes on for half a minute at most.
    ///
    /// @throws IllegalStateException where something could not be published: the same call may be
    ///     made again
    @Override
    public Map<String, Object> run(JsonNode event) {
        JsonNode asked = event.path(MEMBER);
        Instant from = Instant.parse(asked.path("from").asText());
        Instant to = Instant.parse(asked.path("to").asText());
        Optional<RecordedRange.Place> after =
                Optional.of(asked.path("after"))
                        .filter(JsonNode::isObject)
                        .map(
                                place ->
                                        new RecordedRange.Place(
                                                place.path("tag").asText(),
                                                place.path("entry").asText()));
        long end = steady.nanos() + LONGEST.toNanos();
        int relayed = 0;
        do {
            RecordedRange.Page page = range.page(from, to, after, PAGE);
            relay(page);
            relayed += page.items().size();
            after = page.next();
        } while (after.isPresent() && steady.nanos() < end);
        return answer(relayed, after);
    }

    private void relay(RecordedRange.Page page) {
        if (!page.items().isEmpty() && relay.relay(page.items()).isPresent()) {
            throw new IllegalStateException("a record could not be relayed again");
        }
    }

    private static Map<String, Object> answer(int relayed, Optional<RecordedRange.Place> after) {
        Map<String, Object> answer = new HashMap<>(Map.of("relayed", relayed));
        after.ifPresent(
                place -> answer.put("next", Map.of("tag", place.tag(), "entry", place.entry())));
        return answer;
    }
}
