package io.sendgate.standing;

import io.sendgate.contact.Term;

/// Why an action, an appeal or an answer cannot be, each with the sentence that says so.
public enum Refusal implements Term {
    /// The account's policy has no such action.
    NOT_ON_LADDER("The account's policy does not provide for this action"),
    /// It has an end, and cannot have one.
    END_NOT_TAKEN("This action has no end"),
    /// It has no end, and must have one.
    END_NEEDED("This action needs an end"),
    /// It would have ended before it began.
    END_PASSED("The end must be later than now"),
    /// It cannot be limited to these classes of messages.
    SCOPE_NOT_TAKEN("This action cannot be limited to these messages"),
    /// There is nothing that a lift could undo.
    NOTHING_TO_LIFT("Nothing of this case stands that could be lifted"),
    /// What stands is a termination.
    ONLY_BY_APPEAL("Only a granted appeal undoes a termination"),
    /// A case is not dismissed while what it found stands.
    FINDING_STANDS("Lift what this case has done to the account first"),
    /// There is no room for more.
    TOO_MANY("Too much stands against this account already"),
    /// There is no such action against the account, or nothing of it that could be appealed.
    NOT_APPEALABLE("There is nothing of this action to appeal against"),
    /// It is too late.
    APPEAL_WINDOW_CLOSED("The time to appeal against this action is over"),
    /// There has been an appeal.
    APPEALED_ALREADY("There is an appeal against this action already"),
    /// There is no such appeal, or it was granted.
    NO_SUCH_APPEAL("There is no such appeal that could be answered"),
    /// It has been refused.
    ANSWERED_ALREADY("This appeal has been answered");

    private final String sentence;

    Refusal(String sentence) {
        this.sentence = sentence;
    }

    /// The sentence for whoever asked.
    public String sentence() {
        return sentence;
    }
}
