package io.sendgate.consentcapture;

import io.sendgate.rest.problem.Problem;
import io.sendgate.rest.problem.ProblemType;
import io.sendgate.rest.problem.Violation;

import java.util.List;

/// What a person has to correct before a form takes their consent.
public enum FormFault {
    /// There is no number.
    PHONE_MISSING("phone", 400, "Enter your phone number"),
    /// What there is spells no number.
    PHONE_UNREADABLE("phone", 400, "Enter a phone number, like +1 555 010 0123"),
    /// The box is not ticked, so nobody has agreed to anything.
    BOX_NOT_TICKED("agree", 422, "Tick the box if you agree to get these messages"),
    /// The page they read is older than the form.
    WORDS_CHANGED(
            "agree", 422, "The wording has changed: read it again, and tick the box if you agree");

    private final String field;
    private final int status;
    private final String sentence;

    FormFault(String field, int status, String sentence) {
        this.field = field;
        this.status = status;
        this.sentence = sentence;
    }

    /// The name of the field at fault, which is also its element's id on the page.
    public String field() {
        return field;
    }

    /// What the person is told.
    public String sentence() {
        return sentence;
    }

    /// The status of an answer with these faults: what cannot be read weighs more than what is
    /// refused.
    static int status(List<FormFault> faults) {
        return faults.stream().mapToInt(fault -> fault.status).min().orElse(422);
    }

    /// The same as a problem.
    static Problem problem(List<FormFault> faults) {
        List<Violation> errors =
                faults.stream()
                        .map(fault -> new Violation("/" + fault.field, fault.sentence))
                        .toList();
        return status(faults) == 400
                ? Problem.invalidBody(errors)
                : Problem.of(ProblemType.REFUSED)
                        .because("Nobody has agreed; nothing was recorded")
                        .at(errors);
    }
}
