package io.sendgate.gate;

import io.sendgate.decision.Outcome;
import io.sendgate.ledger.Change;
import io.sendgate.ledger.Detail;
import io.sendgate.ledger.IdPrefix;
import io.sendgate.ledger.Note;
import io.sendgate.ledger.NoteKey;
import io.sendgate.ledger.Ref;

import java.util.List;
import java.util.Optional;

/// Decides afresh about a message that was under review, once a person has let its text go.
///
/// Running twice finds itself, as for [ReleaseHold]. What comes of it is the review's release,
/// whichever way it went; a deferral is answered once and waits for nobody.
public final class ReleaseReview {

    private static final int PAGE = 100;

    private final Ports ports;
    private final AuthorizeSend authorizeSend;

    /// The use case over its ports.
    public ReleaseReview(Ports ports, AuthorizeSend authorizeSend) {
        this.ports = ports;
        this.authorizeSend = authorizeSend;
    }

    /// Decides about the review of that id, if it is one and was not decided afresh before.
    ///
    /// @throws FactsUnavailable where facts are out of reach
    public void release(String authorization) {
        ports.ids()
                .locate(IdPrefix.AUTH, authorization)
                .filter(found -> found.ref() instanceof Ref.Noted)
                .flatMap(
                        found ->
                                ports.ledger()
                                        .note(found.tag(), NoteKey.of((Ref.Noted) found.ref())))
                .filter(ReleaseReview::isReview)
                .filter(note -> !Holds.ended(followUps(note)))
                .ifPresent(this::decide);
    }

    private static boolean isReview(Note note) {
        return note.changes().stream()
                .anyMatch(
                        change ->
                                change instanceof Change.Refused refused
                                        && refused.outcome() == Outcome.REVIEW);
    }

    private List<Note> followUps(Note note) {
        return ports.ledger().notes(note.tag(), note.key().value() + "#", "", PAGE);
    }

    private void decide(Note review) {
        review.detail().flatMap(Detail::authorization).ifPresent(found -> decide(review, found));
    }

    private void decide(Note review, Detail.Authorization detail) {
        SendCommand command =
                new SendCommand(
                        detail.request(),
                        SendCommand.WhenBlocked.ANSWER,
                        false,
                        Optional.empty(),
                        detail.bodyHash());
        SendAnswer answer =
                authorizeSend.approved(review.account(), command, detail.keyHash(), detail.id());
        if (answer instanceof SendAnswer.Decided decided) {
            ports.ledger().put(followUp(review, detail, decided));
        }
    }

    private Note followUp(Note review, Detail.Authorization detail, SendAnswer.Decided decided) {
        Recipient recipient =
                new Recipient(
                        ports,
                        review.account(),
                        review.root(),
                        detail.request().to(),
                        review.tag());
        Change change =
                new Change.HoldEnded(
                        detail.id(),
                        decided.id(),
                        decided.decision().outcome(),
                        decided.decision().codes());
        return recipient.note(
                review.key().followUp(Holds.RELEASE),
                Optional.empty(),
                ports.clock().instant(),
                List.of(change),
                Optional.of(Holds.afresh(detail, decided)),
                Optional.empty());
    }
}
