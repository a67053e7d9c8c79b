package io.sendgate.local.race;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/// Many callers at the same moment.
final class Together {

    private Together() {}

    /// The answers of `callers` that all make one call.
    static <T> List<T> ask(int callers, Callable<T> call) throws InterruptedException {
        return ask(IntStream.range(0, callers).mapToObj(i -> call).toList());
    }

    /// The answers to several calls made at once.
    static <T> List<T> ask(List<Callable<T>> calls) throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(calls).stream().map(Future::resultNow).toList();
        }
    }
}
