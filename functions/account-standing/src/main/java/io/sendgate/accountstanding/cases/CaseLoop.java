package io.sendgate.accountstanding.cases;

import io.sendgate.aws.CaseStore;
import io.sendgate.aws.StoredCase;
import io.sendgate.gate.FactsUnavailable;
import io.sendgate.rest.problem.Problem;
import io.sendgate.rest.problem.ProblemException;
import io.sendgate.rest.problem.ProblemType;
import io.sendgate.standing.CaseEntry;

import jakarta.inject.Singleton;

import java.util.Optional;
import java.util.function.Function;

/// The loop that every line of a case goes through: planned on the newest, put if it still is.
@Singleton
public class CaseLoop {

    private static final int MOST_ATTEMPTS = 100;
    private static final int MOST_LINES = 200;
    private static final int MOST_CHARACTERS = 300_000;

    private final CaseStore store;

    /// The loop over one store.
    public CaseLoop(CaseStore store) {
        this.store = store;
    }

    /// A case, and the line that the caller has added or had added before.
    public record Written(StoredCase file, CaseEntry entry) {}

    /// Adds a line.
    ///
    /// @param plan what to add to the newest; what it throws is thrown, and nothing is added
    /// @throws ProblemException 404 where there is no such case, 409 where it is full
    public Written add(String id, Function<StoredCase, CaseEntry.Draft> plan) {
        StoredCase newest = store.find(id).orElseThrow(Problem.NOT_FOUND::toException);
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            CaseEntry.Draft draft = plan.apply(newest);
            Optional<CaseEntry> there = newest.history().find(draft.kind(), draft.id());
            if (there.isPresent()) {
                return new Written(newest, there.get());
            }
            requireRoom(newest);
            StoredCase longer = newest.with(draft);
            Optional<StoredCase> winner = store.append(longer);
            if (winner.isEmpty()) {
                return new Written(longer, longer.history().last());
            }
            newest = winner.get();
        }
        throw new FactsUnavailable("a case is being changed by others all the time");
    }

    private static void requireRoom(StoredCase file) {
        int characters = file.records().stream().mapToInt(String::length).sum();
        if (file.records().size() >= MOST_LINES || characters >= MOST_CHARACTERS) {
            throw Problem.of(ProblemType.CONFLICT)
                    .because("This case is full; open another")
                    .toException();
        }
    }
}
