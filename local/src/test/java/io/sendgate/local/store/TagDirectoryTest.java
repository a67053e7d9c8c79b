package io.sendgate.local.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.sendgate.aws.Agenda;
import io.sendgate.aws.EventMaker;
import io.sendgate.aws.StreamRecords;
import io.sendgate.aws.SuiteEvent;
import io.sendgate.aws.TagDirectory;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.contact.RecipientTag;
import io.sendgate.eventrelay.EventRelay;
import io.sendgate.wire.keys.MasterKey;
import io.sendgate.wire.keys.MasterVault;
import io.sendgate.wire.keys.Masters;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class TagDirectoryTest {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final TestStore store = new TestStore();
    private final MasterKey next = MasterKey.generate(2, RANDOM);
    private final TagDirectory before = directory(store.masters);
    private final TagDirectory during = directory(during(store.masters));
    private final TagDirectory after = directory(after(store.masters));

    @TempDir private Path folder;

    @AfterEach
    void close() {
        store.close();
    }

    private Masters during(Masters old) {
        return new Masters(old.tagging(), old.sealing(), List.of(next), List.of());
    }

    private Masters after(Masters old) {
        return new Masters(next, old.sealing(), List.of(old.tagging()), List.of());
    }

    private TagDirectory directory(Masters masters) {
        return new TagDirectory(new MasterVault(masters, RANDOM), store.client, store.tables);
    }

    private static PhoneNumber person(int i) {
        return new PhoneNumber("+1312555%04d".formatted(i));
    }

    @Test
    void withOneKeyNobodyIsAsked() {
        before.tag(TestStore.ADA, person(1));
        assertThat(store.calls.calls()).isEmpty();
    }

    @Test
    void whoWasKnownBeforeTheRotationKeepsTheirTag() {
        RecipientTag tag = before.tag(TestStore.ADA, person(1));
        store.ledger().append(Entries.optOut(tag, 1));
        assertThat(during.tag(TestStore.ADA, person(1))).isEqualTo(tag);
        assertThat(after.tag(TestStore.ADA, person(1))).isEqualTo(tag);
    }

    @Test
    void whoBecomesKnownAfterwardsHasATagOfTheNewKeyForEverybody() {
        RecipientTag tag = after.tag(TestStore.ADA, person(1));
        assertThat(tag).isNotEqualTo(before.tag(TestStore.ADA, person(1)));
        assertThat(during.tag(TestStore.ADA, person(1))).isEqualTo(tag);
        assertThat(after.tag(TestStore.ADA, person(1))).isEqualTo(tag);
    }

    @Test
    void copiesThatOpenWithDifferentKeysAtOnceAgree() throws Exception {
        for (int i = 0; i < 50; i++) {
            PhoneNumber person = person(i);
            List<Callable<RecipientTag>> calls =
                    IntStream.range(0, 8)
                            .<Callable<RecipientTag>>mapToObj(
                                    n ->
                                            () ->
                                                    (n % 2 == 0 ? during : after)
                                                            .tag(TestStore.ADA, person))
                            .toList();
            assertThat(atOnce(calls)).hasSize(1);
        }
    }

    private static Set<RecipientTag> atOnce(List<Callable<RecipientTag>> calls) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(calls).stream()
                    .map(Future::resultNow)
                    .collect(Collectors.toSet());
        }
    }

    @Test
    void theRelayPassesOverAClaim() {
        RecipientTag tag = after.tag(TestStore.ADA, person(1));
        store.ledger().append(Entries.optOut(tag, 1));
        List<SuiteEvent> heard = new ArrayList<>();
        EventRelay relay =
                new EventRelay(
                        new StreamRecords(store.tables),
                        new EventMaker(),
                        new Agenda(store.client, store.tables, InstantSource.system()),
                        events -> {
                            heard.addAll(events);
                            return List.of();
                        });
        new StreamPump(
                        store.client,
                        store.embedded.streams(),
                        store.tables,
                        folder.resolve("positions"),
                        relay::relay)
                .pumpUntilIdle();
        assertThat(heard).hasSize(1);
    }
}
