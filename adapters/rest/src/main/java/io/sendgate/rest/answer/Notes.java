package io.sendgate.rest.answer;

import io.sendgate.gate.NoteRefused;
import io.sendgate.rest.problem.Problem;
import io.sendgate.rest.problem.ProblemException;
import io.sendgate.rest.problem.ProblemType;

import java.util.function.Supplier;

/// The answer where an account wants to write down what may not be kept.
public final class Notes {

    private Notes() {}

    /// What is answered where everything may be kept.
    ///
    /// @throws ProblemException 422 with the reasons where it may not
    public static <T> T kept(Supplier<T> keeping) {
        try {
            return keeping.get();
        } catch (NoteRefused refused) {
            throw Problem.of(ProblemType.REFUSED)
                    .because("It holds what may not be kept about a recipient")
                    .with("reasons", ReasonView.of(refused.reasons()))
                    .toException();
        }
    }
}
