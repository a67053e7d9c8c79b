package io.sendgate.local.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sendgate.aws.DynamoRecipientLedger;
import io.sendgate.aws.EventMaker;
import io.sendgate.aws.Published;
import io.sendgate.aws.StreamRecords;
import io.sendgate.aws.StreamedItem;
import io.sendgate.aws.SuiteEvent;
import io.sendgate.aws.TableName;
import io.sendgate.contact.RecipientTag;
import io.sendgate.local.topic.LocalTopic;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

class StreamPumpTest {

    private final TestStore store = new TestStore();
    private final DynamoRecipientLedger ledger = store.ledger();
    private final RecipientTag tag = store.somebody();
    private final StreamRecords records = new StreamRecords(store.tables);
    private final List<String> seen = new CopyOnWriteArrayList<>();

    @TempDir private Path folder;

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void everythingCommittedIsRelayedInOrderAndOnce() {
        StreamPump pump = pump(this::remember);
        LongStream.rangeClosed(1, 250).forEach(i -> ledger.append(Entries.facts(tag, i, "one")));
        ledger.put(Entries.note(tag, 1, 250));

        pump.pumpUntilIdle();
        pump.pumpUntilIdle();

        assertThat(seen).hasSize(251).doesNotHaveDuplicates().startsWith("S#0000000001");
        assertThat(seen.subList(0, 250)).isSorted();
        assertThat(seen.getLast()).startsWith("N#");
    }

    @Test
    void aRestartGoesOnWhereThePumpStood() {
        ledger.append(Entries.facts(tag, 1, "one"));
        pump(this::remember).pumpUntilIdle();
        ledger.append(Entries.facts(tag, 2, "one"));

        pump(this::remember).pumpUntilIdle();

        assertThat(seen).containsExactly("S#0000000001", "S#0000000002");
    }

    @Test
    void aRestartOfTheStoreLosesNothingAndRepeatsNothing() {
        for (long number = 1; number <= 3; number++) {
            try (TestStore kept = new TestStore(EmbeddedDynamoDb.onFile(folder.resolve("db")))) {
                StreamPump pump = pump(kept, this::remember);
                kept.ledger().append(Entries.facts(tag, 2 * number - 1, "pumped at once"));
                pump.pumpUntilIdle();
                kept.ledger().append(Entries.facts(tag, 2 * number, "pumped after the restart"));
            }
        }

        assertThat(seen)
                .containsExactly(
                        "S#0000000001",
                        "S#0000000002",
                        "S#0000000003",
                        "S#0000000004",
                        "S#0000000005");
    }

    @Test
    void afterAFailureEverythingFromTheFailedRecordOnComesAgain() {
        LongStream.rangeClosed(1, 5).forEach(i -> ledger.append(Entries.facts(tag, i, "one")));
        StreamPump failing =
                pump(
                        batch -> {
                            remember(batch.subList(0, 3));
                            return OptionalInt.of(3);
                        });
        assertThatThrownBy(failing::pumpUntilIdle).isInstanceOf(IllegalStateException.class);

        pump(this::remember).pumpUntilIdle();

        assertThat(seen)
                .containsExactly(
                        "S#0000000001",
                        "S#0000000002",
                        "S#0000000003",
                        "S#0000000004",
                        "S#0000000005");
    }

    @Test
    void aStartedPumpRelaysWhatIsCommittedWhileItRuns() throws Exception {
        Semaphore relayed = new Semaphore(0);
        try (StreamPump pump =
                pump(
                        batch -> {
                            remember(batch);
                            relayed.release(batch.size());
                            return OptionalInt.empty();
                        })) {
            pump.start();
            pump.pumpUntilIdle();
            for (long number = 1; number <= 3; number++) {
                ledger.append(Entries.facts(tag, number, "one"));
                assertThat(relayed.tryAcquire(5, TimeUnit.SECONDS)).isTrue();
                pump.pumpUntilIdle();
            }
        }
        assertThat(seen).containsExactly("S#0000000001", "S#0000000002", "S#0000000003");
    }

    @Test
    void aRelayThatBreaksIsTriedAgainInTheBackground() throws Exception {
        CountDownLatch repaired = new CountDownLatch(3);
        try (StreamPump pump =
                pump(
                        batch -> {
                            repaired.countDown();
                            if (repaired.getCount() > 0) {
                                throw new IllegalStateException("broken");
                            }
                            return remember(batch);
                        })) {
            ledger.append(Entries.facts(tag, 1, "one"));
            pump.start();
            assertThat(repaired.await(10, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(seen).containsExactly("S#0000000001");
    }

    @Test
    void anOptOutReachesTheTopicAsAnEventWithoutANumber() {
        LocalTopic topic = new LocalTopic(folder.resolve("events.jsonl"));
        EventMaker maker = new EventMaker();
        StreamPump pump =
                pump(
                        batch -> {
                            List<Published> told = batch.stream().map(records::published).toList();
                            topic.publish(
                                    told.stream()
                                            .flatMap(one -> maker.events(one).stream())
                                            .toList());
                            return OptionalInt.empty();
                        });
        ledger.append(Entries.optOut(tag, 1));

        pump.pumpUntilIdle();

        List<SuiteEvent> events = topic.events(Optional.of("opt-out.recorded"), Optional.empty());
        assertThat(events).hasSize(1);
        assertThat(events.getFirst().json()).contains(tag.value()).doesNotContain("555");
    }

    private StreamPump pump(StreamPump.Relay relay) {
        return pump(store, relay);
    }

    private StreamPump pump(TestStore store, StreamPump.Relay relay) {
        return new StreamPump(
                store.client,
                store.embedded.streams(),
                store.tables,
                folder.resolve("positions"),
                relay);
    }

    private OptionalInt remember(List<StreamedItem> batch) {
        assertThat(batch).isNotEmpty().allMatch(item -> item.table() == TableName.RECIPIENTS);
        batch.stream().map(records::published).forEach(told -> seen.add(told.place().sortKey()));
        return OptionalInt.empty();
    }
}
