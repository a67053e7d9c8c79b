package io.sendgate.gate;

import io.sendgate.account.HandOff;
import io.sendgate.decision.Authorizer;
import io.sendgate.decision.Decision;
import io.sendgate.decision.Outcome;
import io.sendgate.gate.AuthorizeSend.Judged;
import io.sendgate.ledger.Bounds;
import io.sendgate.ledger.Change;
import io.sendgate.ledger.Detail;
import io.sendgate.ledger.Entry;
import io.sendgate.ledger.Grant;
import io.sendgate.ledger.KeyBinding;
import io.sendgate.ledger.Note;
import io.sendgate.ledger.NoteKey;
import io.sendgate.ledger.RecipientState;
import io.sendgate.ledger.Ref;
import io.sendgate.ledger.StateDraft;
import io.sendgate.message.SendRequest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// How decisions are written down: allows as entries, everything else as notes.
final class SendRecords {

    private SendRecords() {}

    /// The entry of an allow: its grant, its key and the caps it fills, in one.
    static Entry allow(Asked asked, Judged judged, String id) {
        Instant now = judged.now();
        Grant grant = grant(asked, judged);
        StateDraft draft = asked.recipient().draft(judged.newest()).grant(grant, now);
        Stream.concat(
                        asked.keyHashes().stream(),
                        asked.isApproved() ? Stream.of(asked.approvedHash()) : Stream.empty())
                .map(hash -> new KeyBinding(hash, asked.command().bodyHash(), grant.entry(), now))
                .forEach(binding -> draft.key(binding, now));
        draft.capOpenings(
                Authorizer.fills(
                        asked.command().request(), judged.facts(), judged.policies(), now));
        Change change =
                new Change.Authorized(
                        id,
                        grant.channel(),
                        grant.purpose(),
                        grant.messageClass(),
                        grant.expires(),
                        judged.decision().policy().id(),
                        judged.decision().policy().version(),
                        asked.hold());
        return asked.recipient()
                .entry(
                        judged.newest(),
                        now,
                        List.of(change),
                        detail(asked, judged, id),
                        draft.done());
    }

    private static Grant grant(Asked asked, Judged judged) {
        SendRequest request = asked.command().request();
        return new Grant(
                Recipient.next(judged.newest()),
                judged.now(),
                asked.recipient().account(),
                request.channel(),
                request.purpose(),
                judged.policies().policy().classOf(request.purpose()),
                request.origin(),
                judged.facts().fingerprint().subject(),
                judged.facts().fingerprint().sequence(),
                judged.facts().fingerprint().body(),
                Optional.empty(),
                Grant.Status.GRANTED,
                judged.decision().permitEnds().orElseThrow(),
                judged.facts().account().account().profile().handOff() == HandOff.REDEEM);
    }

    /// The note of a refusal, or of a hold where the caller wants deferred messages kept.
    static Note refusal(Asked asked, Judged judged, String id, NoteKey key) {
        boolean held =
                asked.command().whenBlocked() == SendCommand.WhenBlocked.HOLD
                        && judged.decision().outcome() == Outcome.DEFER;
        Optional<Instant> due = held ? judged.decision().until() : Optional.empty();
        Change change =
                due.map(until -> held(judged, id, until))
                        .orElseGet(() -> refused(asked, judged, id));
        return asked.recipient()
                .note(
                        key,
                        judged.newest(),
                        judged.now(),
                        List.of(change),
                        detail(asked, judged, id),
                        due);
    }

    private static Change held(Judged judged, String id, Instant until) {
        return new Change.Held(
                id, until, judged.now().plus(Bounds.HOLD_LIFE), judged.decision().codes(), 1);
    }

    private static Change refused(Asked asked, Judged judged, String id) {
        SendRequest request = asked.command().request();
        Decision decision = judged.decision();
        return new Change.Refused(
                id,
                decision.outcome(),
                decision.until(),
                decision.codes(),
                request.channel(),
                request.purpose(),
                decision.policy().id(),
                decision.policy().version(),
                asked.hold());
    }

    private static Optional<Detail> detail(Asked asked, Judged judged, String id) {
        return Optional.of(
                new Detail.Authorization(
                        id,
                        asked.command().request(),
                        judged.decision(),
                        asked.keyHash(),
                        asked.command().bodyHash(),
                        judged.facts().account().account().entry(),
                        judged.facts().account().platform().entry()));
    }

    /// Takes an allow back that was written on facts which no longer held: its place and its key
    /// return.
    static Plan<Boolean> takenBack(
            Asked asked, Entry allowed, Optional<Entry> newest, Instant now) {
        Optional<Grant> grant = Recipient.state(newest).grant(allowed.number());
        if (grant.isEmpty()) {
            return new Plan.Answer<>(false);
        }
        String id = asked.mint(grant.get().at(), new Ref.Numbered(allowed.number()));
        RecipientState state =
                asked.recipient()
                        .draft(newest)
                        .grants(
                                one ->
                                        one.entry() == allowed.number()
                                                ? one.as(Grant.Status.NOT_SENT)
                                                : one)
                        .unbind(binding -> binding.entry() == allowed.number())
                        .done();
        List<Change> changes = List.of(new Change.PermitsRevoked(List.of(id), "standing"));
        return new Plan.Append<>(
                asked.recipient().entry(newest, now, changes, Optional.empty(), state), true);
    }
}
