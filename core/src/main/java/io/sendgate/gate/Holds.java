package io.sendgate.gate;

import io.sendgate.ledger.Change;
import io.sendgate.ledger.Detail;
import io.sendgate.ledger.Note;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// How a hold is kept: a note, and beside it one note for each thing that became of it.
final class Holds {

    /// Follow-up of a hold that was decided for good.
    static final String RELEASE = "release";

    /// Follow-up of a hold that was cancelled.
    static final String CANCEL = "cancel";

    /// Start of the follow-ups of a hold that was deferred again.
    static final String WAIT = "wait-";

    private Holds() {}

    /// The hold that a note is, if it is one.
    static Optional<Change.Held> held(Note note) {
        return note.changes().stream()
                .filter(Change.Held.class::isInstance)
                .map(Change.Held.class::cast)
                .findFirst();
    }

    /// Whether one of these follow-ups ends the hold.
    static boolean ended(List<Note> followUps) {
        return followUps.stream()
                .anyMatch(note -> isCalled(note, RELEASE) || isCalled(note, CANCEL));
    }

    /// The newest wait: the hold's own, or that of its last deferral.
    static Change.Held lastWait(Note hold, List<Note> followUps) {
        return Stream.concat(Stream.of(hold), followUps.stream())
                .flatMap(note -> held(note).stream())
                .reduce((first, second) -> first.attempt() > second.attempt() ? first : second)
                .orElseThrow();
    }

    /// What is on record about a refusal or a hold.
    static AuthorizationRecord record(
            Note note, Detail.Authorization detail, List<Note> followUps) {
        boolean isHold = held(note).isPresent();
        boolean cancelled = followUps.stream().anyMatch(one -> isCalled(one, CANCEL));
        Optional<Instant> waits =
                isHold && !ended(followUps)
                        ? Optional.of(lastWait(note, followUps).until())
                        : Optional.empty();
        return new AuthorizationRecord(
                detail,
                note.at(),
                Optional.empty(),
                releases(note),
                followUps.stream()
                        .flatMap(
                                one ->
                                        one.changes().stream()
                                                .map(
                                                        change ->
                                                                new AuthorizationRecord.Dated(
                                                                        one.at(), change)))
                        .toList(),
                List.of(),
                isHold,
                waits,
                cancelled,
                followUps.stream()
                        .filter(one -> isCalled(one, RELEASE))
                        .findFirst()
                        .flatMap(Note::detail)
                        .flatMap(Detail::authorization)
                        .map(
                                found ->
                                        new AuthorizationRecord.Release(
                                                found.id(), found.decision())));
    }

    private static Optional<String> releases(Note note) {
        return note.changes().stream()
                .filter(Change.Refused.class::isInstance)
                .flatMap(change -> ((Change.Refused) change).hold().stream())
                .findFirst();
    }

    /// What was asked, with what was decided about it afresh.
    static Detail.Authorization afresh(Detail.Authorization asked, SendAnswer.Decided decided) {
        return new Detail.Authorization(
                decided.id(),
                asked.request(),
                decided.decision(),
                asked.keyHash(),
                asked.bodyHash(),
                asked.accountEntry(),
                asked.platformEntry());
    }

    private static boolean isCalled(Note note, String name) {
        return note.key().value().endsWith("#" + name);
    }
}
