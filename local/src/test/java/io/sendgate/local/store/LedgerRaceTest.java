package io.sendgate.local.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.sendgate.aws.DynamoRecipientLedger;
import io.sendgate.contact.RecipientTag;
import io.sendgate.gate.RecipientLedger.Appended;
import io.sendgate.ledger.Entry;
import io.sendgate.ledger.Note;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpResponse;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

class LedgerRaceTest {

    private static final int WRITERS = 64;

    private static final TestStore STORE = new TestStore();

    @AfterAll
    static void close() {
        STORE.close();
    }

    @RepeatedTest(5)
    void ofManyAppendsAtOneNumberOneStandsAndTheOthersSeeIt() throws Exception {
        RecipientTag tag = STORE.somebody();
        DynamoRecipientLedger ledger = STORE.ledger();

        List<Appended> results = atOnce(i -> ledger.append(Entries.facts(tag, 1, "writer " + i)));

        Entry winner = ledger.newest(tag).orElseThrow();
        assertThat(results).filteredOn(Appended.Written.class::isInstance).hasSize(1);
        assertThat(results)
                .filteredOn(Appended.Taken.class::isInstance)
                .hasSize(WRITERS - 1)
                .containsOnly(new Appended.Taken(winner));
    }

    @Test
    void ofManyNotesWithOneKeyOneIsPutAndTheOthersSeeIt() throws Exception {
        RecipientTag tag = STORE.somebody();
        DynamoRecipientLedger ledger = STORE.ledger();

        List<Optional<Note>> results = atOnce(i -> ledger.put(Entries.note(tag, 9, i)));

        Note first = ledger.note(tag, Entries.note(tag, 9, 0).key()).orElseThrow();
        assertThat(results).filteredOn(Optional::isEmpty).hasSize(1);
        assertThat(results).filteredOn(Optional::isPresent).containsOnly(Optional.of(first));
    }

    @Test
    void aWriteWhoseAnswerWasLostIsKnownByItsNonce() {
        RecipientTag tag = STORE.somebody();
        LostAnswer lost = new LostAnswer();
        DynamoRecipientLedger ledger = STORE.ledger(lost);
        Entry entry = Entries.facts(tag, 1, "repeated");

        assertThat(ledger.append(entry)).isInstanceOf(Appended.Written.class);

        assertThat(lost.attempts).hasValue(2);
        assertThat(ledger.newest(tag)).contains(entry);
    }

    @Test
    void aNoteWhoseAnswerWasLostCountsAsPut() {
        RecipientTag tag = STORE.somebody();
        LostAnswer lost = new LostAnswer();
        DynamoRecipientLedger ledger = STORE.ledger(lost);

        assertThat(ledger.put(Entries.note(tag, 1, 0))).isEmpty();

        assertThat(lost.attempts).hasValue(2);
        assertThat(ledger.notes(tag, "N#", "", 10)).hasSize(1);
    }

    private static <T> List<T> atOnce(IntFunction<T> work) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<T>> running =
                    IntStream.range(0, WRITERS)
                            .mapToObj(i -> threads.submit(waiting(start, () -> work.apply(i))))
                            .toList();
            start.countDown();
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) {
                results.add(one.get());
            }
            return results;
        }
    }

    private static <T> Callable<T> waiting(CountDownLatch start, Callable<T> work) {
        return () -> {
            start.await();
            return work.call();
        };
    }

    /// Loses the first answer after the store has done what was asked: the client asks again.
    private static final class LostAnswer implements ExecutionInterceptor {

        private final AtomicInteger attempts = new AtomicInteger();

        @Override
        public SdkHttpResponse modifyHttpResponse(
                Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
            return attempts.incrementAndGet() == 1
                    ? context.httpResponse().toBuilder().statusCode(503).statusText("lost").build()
                    : context.httpResponse();
        }

        @Override
        public Optional<InputStream> modifyHttpResponseContent(
                Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
            return attempts.get() == 1
                    ? Optional.of(new ByteArrayInputStream(new byte[0]))
                    : context.responseBody();
        }
    }
}
