package io.sendgate.gate;

import io.sendgate.contact.RecipientTag;
import io.sendgate.gate.RecipientLedger.Appended;
import io.sendgate.ledger.Entry;
import io.sendgate.ledger.Note;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.IntStream;

/// The loop that every change of a recipient goes through: read, decide, append, and again if lost.
///
/// Within one process the requests for one recipient queue, fairly, so that they lose races only to
/// other processes.
public final class RecipientLoop {

    private static final int MOST_ATTEMPTS = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long LONGEST_JITTER_MILLIS = 20;
    private static final int QUEUES = 1024;

    private final RecipientLedger ledger;
    private final SteadyClock steady;
    private final Chance chance;
    private final ReentrantLock[] queues;

    /// A loop over a ledger.
    public RecipientLoop(RecipientLedger ledger, SteadyClock steady, Chance chance) {
        this.ledger = ledger;
        this.steady = steady;
        this.chance = chance;
        this.queues =
                IntStream.range(0, QUEUES)
                        .mapToObj(i -> new ReentrantLock(true))
                        .toArray(ReentrantLock[]::new);
    }

    /// Plans on the newest entry and carries the plan out.
    ///
    /// @param planner pure but for leased facts; called again on every lost race
    /// @throws FactsUnavailable where the store is out of reach, or contention outlasts five
    ///     seconds
    public <A> A run(RecipientTag tag, Function<Optional<Entry>, Plan<A>> planner) {
        ReentrantLock queue = queues[Math.floorMod(tag.hashCode(), QUEUES)];
        queue.lock();
        try {
            return attempt(tag, planner);
        } finally {
            queue.unlock();
        }
    }

    private <A> A attempt(RecipientTag tag, Function<Optional<Entry>, Plan<A>> planner) {
        long giveUp = steady.nanos() + PATIENCE.toNanos();
        Optional<Entry> newest = ledger.newest(tag);
        for (int attempt = 1; attempt <= MOST_ATTEMPTS && steady.nanos() < giveUp; attempt++) {
            switch (planner.apply(newest)) {
                case Plan.Answer<A> plan -> {
                    return plan.answer();
                }
                case Plan.Put<A> plan -> {
                    Optional<Note> existing = ledger.put(plan.note());
                    return existing.map(plan.existing()).orElseGet(plan::answer);
                }
                case Plan.Append<A> plan -> {
                    switch (ledger.append(plan.entry())) {
                        case Appended.Written written -> {
                            return plan.answer();
                        }
                        case Appended.Taken taken -> newest = afterLoss(tag, taken, attempt);
                    }
                }
            }
        }
        throw new FactsUnavailable("too many others write to this recipient");
    }

    /// The first loser decides on the winner's entry at once; later ones wait a little and read.
    private Optional<Entry> afterLoss(RecipientTag tag, Appended.Taken taken, int attempt) {
        if (attempt == 1) {
            return Optional.of(taken.winner());
        }
        steady.pause(Duration.ofMillis(Math.floorMod(chance.next(), LONGEST_JITTER_MILLIS)));
        return ledger.newest(tag);
    }
}
