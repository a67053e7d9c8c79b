package io.sendgate.accountstanding.cases;

import io.sendgate.rest.problem.Problem;
import io.sendgate.rest.problem.ProblemException;
import io.sendgate.standing.Refusal;
import io.sendgate.standing.Ruling;
import io.sendgate.standing.Step;

/// What a caller hears where standing cannot change as they ask.
final class Refusals {

    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;

    private Refusals() {}

    /// The step of a ruling.
    ///
    /// @throws ProblemException where it was refused: 404, 409 or 422
    static Step step(Ruling ruling) {
        return switch (ruling) {
            case Ruling.Accepted(Step step) -> step;
            case Ruling.Refused(Refusal refusal) -> throw problem(refusal);
        };
    }

    /// A refusal as a problem whose type, and whose member `code`, is the refusal's name.
    static ProblemException problem(Refusal refusal) {
        return switch (refusal) {
            case NOT_APPEALABLE, NO_SUCH_APPEAL -> Problem.NOT_FOUND.toException();
            case NOTHING_TO_LIFT,
                    ONLY_BY_APPEAL,
                    FINDING_STANDS,
                    TOO_MANY,
                    APPEAL_WINDOW_CLOSED,
                    APPEALED_ALREADY,
                    ANSWERED_ALREADY ->
                    named(CONFLICT, refusal);
            case NOT_ON_LADDER, END_NOT_TAKEN, END_NEEDED, END_PASSED, SCOPE_NOT_TAKEN ->
                    named(UNPROCESSABLE, refusal);
        };
    }

    private static ProblemException named(int status, Refusal refusal) {
        return Problem.of(status, refusal.term(), refusal.sentence())
                .because(refusal.sentence())
                .with("code", refusal.term())
                .toException();
    }
}
