package io.sendgate.sendauthorization;

import com.fasterxml.jackson.databind.JsonNode;

import io.sendgate.gate.FactsUnavailable;
import io.sendgate.rest.auth.AccountCaller;
import io.sendgate.rest.dto.AuthorizationRequestDto;
import io.sendgate.rest.idempotency.Idempotency;
import io.sendgate.rest.problem.Problem;
import io.sendgate.rest.problem.ProblemException;
import io.sendgate.rest.problem.ProblemType;
import io.sendgate.rest.schema.BatchItem;
import io.sendgate.rest.schema.Body;
import io.sendgate.rest.schema.Json;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/// Many requests to send, each decided by itself: whatever befalls one stays in its own place.
@Singleton
public class DecideBatch {

    private static final Logger LOG = Logger.getLogger(DecideBatch.class);
    private static final int SOON = 1;

    private final DecideSend decideSend;

    /// Batches of such decisions.
    @Inject
    public DecideBatch(DecideSend decideSend) {
        this.decideSend = decideSend;
    }

    /// Decides about every item; the answers are in the items' order.
    ///
    /// @param batchKey the batch's key; item `i` has `<key>/<i>`
    /// @return decisions and problems as the contract writes them
    /// @throws FactsUnavailable where no item at all could be decided because facts are out of
    ///     reach
    List<JsonNode> decide(
            AccountCaller caller,
            List<BatchItem<AuthorizationRequestDto>> items,
            Optional<String> batchKey) {
        List<Callable<Place>> work =
                IntStream.range(0, items.size())
                        .<Callable<Place>>mapToObj(
                                i -> () -> place(caller, items.get(i), batchKey, i))
                        .toList();
        List<Place> places = SideBySide.all(work);
        boolean anyDecided = places.stream().anyMatch(Place.Decided.class::isInstance);
        boolean anyUnavailable = places.stream().anyMatch(Place::isUnavailable);
        if (anyUnavailable && !anyDecided) {
            throw new FactsUnavailable("no item of a batch could be decided");
        }
        return places.stream().map(Place::json).toList();
    }

    private Place place(
            AccountCaller caller,
            BatchItem<AuthorizationRequestDto> item,
            Optional<String> batchKey,
            int index) {
        return switch (item) {
            case BatchItem.Malformed<AuthorizationRequestDto> malformed ->
                    new Place.Faulty(malformed.problem());
            case BatchItem.Fit<AuthorizationRequestDto> fit ->
                    place(caller, fit.body(), batchKey, index);
        };
    }

    private Place place(
            AccountCaller caller,
            Body<AuthorizationRequestDto> body,
            Optional<String> batchKey,
            int index) {
        try {
            return new Place.Decided(
                    decideSend.decide(
                            caller,
                            body.value(),
                            Idempotency.ofItem(batchKey, index, body.hash()),
                            "/requests/" + index));
        } catch (ProblemException refused) {
            return new Place.Faulty(refused.problem());
        } catch (FactsUnavailable unavailable) {
            return new Place.Faulty(Problem.of(ProblemType.UNAVAILABLE).with("retryAfter", SOON));
        } catch (RuntimeException unexpected) {
            LOG.errorf("An item of a batch failed: %s", unexpected.getClass().getName());
            return new Place.Faulty(Problem.of(ProblemType.INTERNAL_ERROR));
        }
    }

    /// What came of one item.
    private sealed interface Place {

        /// As the answer writes it.
        JsonNode json();

        /// Whether facts were out of reach.
        boolean isUnavailable();

        record Decided(AnswerView answer) implements Place {

            @Override
            public JsonNode json() {
                return Json.tree(answer);
            }

            @Override
            public boolean isUnavailable() {
                return false;
            }
        }

        record Faulty(Problem problem) implements Place {

            @Override
            public JsonNode json() {
                return problem.toJson();
            }

            @Override
            public boolean isUnavailable() {
                return problem.status() == ProblemType.UNAVAILABLE.status();
            }
        }
    }
}
