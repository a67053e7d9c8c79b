package io.sendgate.consentcapture;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.sendgate.gate.FactsUnavailable;
import io.sendgate.rest.problem.Problem;
import io.sendgate.rest.problem.ProblemException;
import io.sendgate.rest.problem.ProblemType;
import io.sendgate.rest.schema.BatchItem;
import io.sendgate.rest.schema.Body;
import io.sendgate.rest.schema.Json;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// A batch's items, each worked on by itself and answered in its own place.
///
/// What was recorded is its view with `status` 201 in front; what was not is its problem, which has
/// a status of its own.
final class Batch {

    private static final int SIDE_BY_SIDE = 32;

    private Batch() {}

    /// What is done with one item.
    ///
    /// @param <T> the item
    interface Work<T> {

        /// Records an item.
        ///
        /// @return its view
        /// @throws ProblemException where it is refused
        Object record(Body<T> body, int index);
    }

    /// Works on every item, several side by side, and answers in their order.
    static <T> List<ObjectNode> answers(List<BatchItem<T>> items, Work<T> work) {
        List<Callable<ObjectNode>> tasks = new ArrayList<>();
        for (BatchItem<T> item : items) {
            int index = tasks.size();
            tasks.add(() -> answer(item, index, work));
        }
        try (ExecutorService workers =
                Executors.newFixedThreadPool(SIDE_BY_SIDE, Thread.ofVirtual().factory())) {
            return workers.invokeAll(tasks).stream().map(Batch::result).toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FactsUnavailable("stopped in the middle of a batch");
        }
    }

    private static <T> ObjectNode answer(BatchItem<T> item, int index, Work<T> work) {
        return switch (item) {
            case BatchItem.Malformed<T> malformed -> malformed.problem().toJson();
            case BatchItem.Fit<T> fit -> recorded(fit.body(), index, work);
        };
    }

    private static <T> ObjectNode recorded(Body<T> body, int index, Work<T> work) {
        try {
            ObjectNode view = Json.object().put("status", 201);
            view.setAll((ObjectNode) Json.tree(work.record(body, index)));
            return view;
        } catch (ProblemException refused) {
            return refused.problem().toJson();
        } catch (FactsUnavailable closed) {
            return Problem.of(ProblemType.UNAVAILABLE).toJson();
        }
    }

    private static ObjectNode result(Future<ObjectNode> task) {
        try {
            return task.resultNow();
        } catch (IllegalStateException failed) {
            throw new IllegalStateException("an item failed", task.exceptionNow());
        }
    }

    /// The answers as a batch gives them.
    record View(List<ObjectNode> results) {

        View {
            results = List.copyOf(results);
        }
    }
}
