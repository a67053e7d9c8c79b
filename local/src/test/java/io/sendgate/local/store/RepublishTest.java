package io.sendgate.local.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.sendgate.aws.Agenda;
import io.sendgate.aws.EventMaker;
import io.sendgate.aws.MachineClock;
import io.sendgate.aws.RecordedRange;
import io.sendgate.aws.StreamRecords;
import io.sendgate.aws.SuiteEvent;
import io.sendgate.contact.RecipientTag;
import io.sendgate.eventrelay.EventRelay;
import io.sendgate.eventrelay.Republish;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

class RepublishTest {

    private final TestStore store = new TestStore();
    private final List<SuiteEvent> heard = new ArrayList<>();
    private final EventRelay relay = relay(heard);
    private final Republish errand = new Republish(range(), relay, new MachineClock());

    @TempDir private Path folder;

    @AfterEach
    void close() {
        store.close();
    }

    private RecordedRange range() {
        return new RecordedRange(store.client, store.tables);
    }

    private EventRelay relay(List<SuiteEvent> told) {
        return new EventRelay(
                new StreamRecords(store.tables),
                new EventMaker(),
                new Agenda(store.client, store.tables, InstantSource.system()),
                events -> {
                    told.addAll(events);
                    return List.of();
                });
    }

    private static JsonNode asked(Instant from, Instant to) {
        return new ObjectMapper()
                .valueToTree(
                        Map.of("republish", Map.of("from", from.toString(), "to", to.toString())));
    }

    @Test
    void aSpanIsToldAgainExactlyAsTheStreamToldIt() {
        RecipientTag one = store.somebody();
        RecipientTag other = store.somebody();
        LongStream.rangeClosed(1, 5).forEach(i -> store.ledger().append(Entries.optOut(one, i)));
        LongStream.rangeClosed(1, 3).forEach(i -> store.ledger().append(Entries.optOut(other, i)));
        new StreamPump(
                        store.client,
                        store.embedded.streams(),
                        store.tables,
                        folder.resolve("positions"),
                        relay::relay)
                .pumpUntilIdle();
        List<SuiteEvent> first = List.copyOf(heard);
        heard.clear();

        Map<String, Object> answer =
                errand.run(asked(Entries.NOW, Entries.NOW.plus(Duration.ofHours(1))));

        assertThat(answer).isEqualTo(Map.of("relayed", 8));
        assertThat(first).hasSize(8);
        assertThat(heard).containsExactlyInAnyOrderElementsOf(first);
        assertThat(heard.stream().filter(e -> e.json().contains(one.value())))
                .isSortedAccordingTo((a, b) -> first.indexOf(a) - first.indexOf(b));
    }

    @Test
    void onlyTheSpanIsTold() {
        RecipientTag tag = store.somebody();
        LongStream.rangeClosed(1, 5).forEach(i -> store.ledger().append(Entries.optOut(tag, i)));
        JsonNode middle = asked(Entries.NOW.plusSeconds(2), Entries.NOW.plusSeconds(4));
        assertThat(errand.takes(middle)).isTrue();
        assertThat(errand.run(middle)).isEqualTo(Map.of("relayed", 2));
    }

    @Test
    void aTableOfManyPagesIsReadToItsEndAndEachItemOnce() {
        IntStream.range(0, 7)
                .forEach(i -> store.ledger().append(Entries.optOut(store.somebody(), 1)));
        List<Object> seen = new ArrayList<>();
        Optional<RecordedRange.Place> after = Optional.empty();
        do {
            RecordedRange.Page page =
                    range().page(Instant.EPOCH, Entries.NOW.plusSeconds(9), after, 3);
            page.items().forEach(item -> seen.add(item.image().get("tag")));
            after = page.next();
        } while (after.isPresent());
        assertThat(seen).hasSize(7).doesNotHaveDuplicates();
    }

    @Test
    void whereThePublisherFailsTheCallFailsAndMayBeMadeAgain() {
        store.ledger().append(Entries.optOut(store.somebody(), 1));
        EventRelay refused =
                new EventRelay(
                        new StreamRecords(store.tables),
                        new EventMaker(),
                        new Agenda(store.client, store.tables, InstantSource.system()),
                        events -> List.of(0));
        Republish failing = new Republish(range(), refused, new MachineClock());
        JsonNode all = asked(Instant.EPOCH, Entries.NOW.plusSeconds(9));
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> failing.run(all));
        assertThat(errand.run(all)).isEqualTo(Map.of("relayed", 1));
    }
}
