package io.sendgate.sendauthorization;

import io.sendgate.gate.FactsUnavailable;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// The items of one request, worked on next to each other: at most 32 at once, each on a virtual
/// thread.
final class SideBySide {

    /// How many are worked on at once.
    static final int AT_ONCE = 32;

    private SideBySide() {}

    /// What each piece of work came to, in their order.
    ///
    /// @throws RuntimeException what the first piece that failed threw
    static <T> List<T> all(List<? extends Callable<T>> work) {
        if (work.isEmpty()) {
            return List.of();
        }
        int threads = Math.min(AT_ONCE, work.size());
        try (ExecutorService pool =
                Executors.newFixedThreadPool(threads, Thread.ofVirtual().factory())) {
            List<T> results = new ArrayList<>(work.size());
            for (Future<T> future : pool.invokeAll(work)) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new FactsUnavailable("stopped before everything was decided", stopped);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException thrown
                    ? thrown
                    : new IllegalStateException("a piece of work failed", failed);
        }
    }
}
