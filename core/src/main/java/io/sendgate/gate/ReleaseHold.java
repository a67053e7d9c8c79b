package io.sendgate.gate;

import io.sendgate.contact.RecipientTag;
import io.sendgate.decision.Decision;
import io.sendgate.decision.Outcome;
import io.sendgate.ledger.Change;
import io.sendgate.ledger.Detail;
import io.sendgate.ledger.Note;
import io.sendgate.ledger.NoteKey;
import io.sendgate.message.SendRequest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Decides afresh about a held message when it may go.
///
/// Running twice finds itself: an allow is bound to the hold's own key, everything else is a note
/// whose
/// key says what it is about.
public final class ReleaseHold {

    private static final int PAGE = 100;

    private final Ports ports;
    private final AuthorizeSend authorizeSend;

    /// The use case over its ports.
    public ReleaseHold(Ports ports, AuthorizeSend authorizeSend) {
        this.ports = ports;
        this.authorizeSend = authorizeSend;
    }

    /// Decides about the hold behind a note's key, if it still waits and is due.
    public void release(RecipientTag tag, NoteKey dueNote) {
        NoteKey holdKey = holdOf(dueNote);
        Optional<Note> hold = ports.ledger().note(tag, holdKey);
        List<Note> followUps = ports.ledger().notes(tag, holdKey.value() + "#", "", PAGE);
        Instant now = ports.clock().instant();
        hold.filter(note -> Holds.held(note).isPresent())
                .filter(note -> !Holds.ended(followUps))
                .filter(note -> !Holds.lastWait(note, followUps).until().isAfter(now))
                .ifPresent(note -> decide(note, Holds.lastWait(note, followUps)));
    }

    /// A deferral's note is named after its hold.
    private static NoteKey holdOf(NoteKey key) {
        int followUp = key.value().indexOf('#', 2);
        return followUp < 0 ? key : new NoteKey(key.value().substring(0, followUp));
    }

    private void decide(Note hold, Change.Held wait) {
        Optional<Detail.Authorization> detail = hold.detail().flatMap(Detail::authorization);
        detail.ifPresent(found -> decide(hold, wait, found));
    }

    private void decide(Note hold, Change.Held wait, Detail.Authorization detail) {
        SendRequest request = within(detail.request(), wait.holdEnds());
        SendCommand command =
                new SendCommand(
                        request,
                        SendCommand.WhenBlocked.ANSWER,
                        false,
                        Optional.empty(),
                        detail.bodyHash());
        SendAnswer answer =
                authorizeSend.release(hold.account(), command, detail.keyHash(), detail.id());
        switch (answer) {
            case SendAnswer.Decided decided -> follow(hold, wait, detail, decided);
            case SendAnswer.Cancelled cancelled -> {}
            case SendAnswer.KeyReused reused ->
                    throw new IllegalStateException("a hold's key is bound to another request");
        }
    }

    /// A hold never outlives its ten days.
    private static SendRequest within(SendRequest request, Instant holdEnds) {
        Instant end = request.notAfter().filter(holdEnds::isAfter).orElse(holdEnds);
        return request.notAfter(end);
    }

    private void follow(
            Note hold, Change.Held wait, Detail.Authorization detail, SendAnswer.Decided decided) {
        Decision decision = decided.decision();
        Recipient recipient =
                new Recipient(
                        ports, hold.account(), hold.root(), detail.request().to(), hold.tag());
        Instant now = ports.clock().instant();
        boolean waits = decision.outcome() == Outcome.DEFER;
        int attempt = wait.attempt() + 1;
        Change change =
                waits
                        ? new Change.Held(
                                detail.id(),
                                decision.until().orElseThrow(),
                                wait.holdEnds(),
                                decision.codes(),
                                attempt)
                        : new Change.HoldEnded(
                                detail.id(), decided.id(), decision.outcome(), decision.codes());
        NoteKey key = hold.key().followUp(waits ? Holds.WAIT + attempt : Holds.RELEASE);
        ports.ledger()
                .put(
                        recipient.note(
                                key,
                                Optional.empty(),
                                now,
                                List.of(change),
                                Optional.of(Holds.afresh(detail, decided)),
                                waits ? decision.until() : Optional.empty()));
    }
}
