package io.sendgate.accountstanding.cases;

import io.sendgate.aws.StoredCase;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.contact.RecipientTag;
import io.sendgate.contact.Term;
import io.sendgate.message.MessageClass;
import io.sendgate.rest.dto.ActionDto;
import io.sendgate.rest.problem.Problem;
import io.sendgate.rest.problem.ProblemType;
import io.sendgate.rest.problem.Violation;
import io.sendgate.standing.Action;
import io.sendgate.standing.Proposal;
import io.sendgate.standing.RecipientBlock;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Reads what an operator wants done.
final class Proposals {

    private Proposals() {}

    /// The proposal that a body makes in a case.
    ///
    /// @param tag the tag of the recipient to be blocked
    /// @throws io.sendgate.rest.problem.ProblemException 422 where it lacks what it is about
    static Proposal read(
            ActionDto body,
            StoredCase file,
            Function<PhoneNumber, RecipientTag> tag,
            Optional<PhoneNumber> recipient) {
        Action action = Term.parse(Action.class, body.action()).orElseThrow();
        Optional<String> text = file.history().opening().fact(Facts.TEXT);
        return switch (action) {
            case WARN, RESTRICT, SUSPEND, TERMINATE, HOLD -> restrain(action, body);
            case LIFT -> new Proposal.Lift(Optional.ofNullable(body.target()));
            case DISMISS -> new Proposal.Dismiss(text);
            case REFER -> new Proposal.Refer();
            case BLOCK ->
                    new Proposal.Block(
                            tag.apply(
                                    recipient.orElseThrow(
                                            () -> lacks("/recipient", "says whom to block"))),
                            body.isPlatformWide()
                                    ? RecipientBlock.Reach.PLATFORM
                                    : RecipientBlock.Reach.ACCOUNT);
            case APPROVE -> {
                if (text.isEmpty()) {
                    throw lacks("/action", "needs a case with a message under review");
                }
                yield new Proposal.Approve(text);
            }
            case REFUSE -> new Proposal.Refuse();
        };
    }

    private static Proposal restrain(Action action, ActionDto body) {
        return new Proposal.Restrain(
                action,
                Optional.ofNullable(body.scope())
                        .<Set<MessageClass>>map(HashSet::new)
                        .orElseGet(Set::of),
                Optional.ofNullable(body.until()),
                Optional.ofNullable(body.endUser()));
    }

    private static RuntimeException lacks(String pointer, String detail) {
        return Problem.of(ProblemType.REFUSED)
                .at(List.of(new Violation(pointer, detail)))
                .toException();
    }
}
