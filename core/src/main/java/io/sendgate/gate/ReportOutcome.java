package io.sendgate.gate;

import io.sendgate.account.AccountFacts;
import io.sendgate.ledger.Change;
import io.sendgate.ledger.Detail;
import io.sendgate.ledger.Entry;
import io.sendgate.ledger.Grant;
import io.sendgate.ledger.IdMint;
import io.sendgate.ledger.IdPrefix;
import io.sendgate.ledger.Note;
import io.sendgate.ledger.NoteKey;
import io.sendgate.ledger.RecipientState;
import io.sendgate.ledger.Ref;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Takes in what became of an authorization: sent, failed, not sent; and cancels holds.
public final class ReportOutcome {

    private static final int PAGE = 100;

    private final Ports ports;
    private final RecipientLoop loop;

    /// The use case over its ports.
    public ReportOutcome(Ports ports, RecipientLoop loop) {
        this.ports = ports;
        this.loop = loop;
    }

    /// The answer to a report.
    public enum Answer {
        /// It is on record.
        RECORDED,
        /// It contradicts what is on record.
        CONTRADICTS,
        /// There is no such authorization for this account.
        UNKNOWN
    }

    /// Reports what became of an allow; `NOT_SENT` on a hold cancels it.
    ///
    /// @param status `SENT`, `FAILED` or `NOT_SENT`; the latter two give the place back
    /// @param providerMessageId ties later receipts to the authorization
    public Answer report(
            AccountFacts account,
            String id,
            Grant.Status status,
            Optional<String> providerMessageId) {
        Optional<IdMint.Located> located = ports.ids().locate(IdPrefix.AUTH, id);
        if (located.isEmpty()) {
            return Answer.UNKNOWN;
        }
        return switch (located.get().ref()) {
            case Ref.Numbered ref ->
                    ports.ledger()
                            .entry(located.get().tag(), ref.number())
                            .filter(
                                    entry ->
                                            ReadAuthorizations.isFor(
                                                    account, entry.account(), entry.root()))
                            .map(entry -> report(entry, status, providerMessageId))
                            .orElse(Answer.UNKNOWN);
            case Ref.Noted ref ->
                    status == Grant.Status.NOT_SENT
                            ? cancel(account, id)
                            : contradicts(account, located.get());
        };
    }

    private Answer contradicts(AccountFacts account, IdMint.Located located) {
        return note(account, located).isPresent() ? Answer.CONTRADICTS : Answer.UNKNOWN;
    }

    private Answer report(Entry allow, Grant.Status status, Optional<String> messageId) {
        Optional<Detail.Authorization> detail = allow.detail().flatMap(Detail::authorization);
        if (detail.isEmpty()) {
            return Answer.UNKNOWN;
        }
        Recipient recipient =
                new Recipient(
                        ports,
                        allow.account(),
                        allow.root(),
                        detail.get().request().to(),
                        allow.tag());
        Optional<String> hash = messageId.map(text -> recipient.fingerprint("message|" + text));
        return loop.run(
                allow.tag(),
                newest -> plan(recipient, allow, detail.get().id(), status, hash, newest));
    }

    private Plan<Answer> plan(
            Recipient recipient,
            Entry allow,
            String id,
            Grant.Status status,
            Optional<String> messageHash,
            Optional<Entry> newest) {
        Instant now = ports.clock().instant();
        Optional<Grant> grant = Recipient.state(newest).grant(allow.number());
        if (grant.isPresent() && !mayBecome(grant.get(), status)) {
            return new Plan.Answer<>(Answer.CONTRADICTS);
        }
        boolean known =
                grant.filter(one -> one.status() == status)
                        .filter(one -> messageHash.isEmpty() || one.message().equals(messageHash))
                        .isPresent();
        if (known) {
            return new Plan.Answer<>(Answer.RECORDED);
        }
        RecipientState state =
                recipient
                        .draft(newest)
                        .grants(
                                one ->
                                        one.entry() == allow.number()
                                                ? one.with(status, messageHash)
                                                : one)
                        .done();
        Change change =
                new Change.OutcomeReported(id, allow.number(), status, "caller", messageHash);
        return new Plan.Append<>(
                recipient.entry(newest, now, List.of(change), Optional.empty(), state),
                Answer.RECORDED);
    }

    /// What has failed or was never sent stays so; what was sent may still turn out to have failed.
    private static boolean mayBecome(Grant grant, Grant.Status next) {
        return switch (grant.status()) {
            case GRANTED, REDEEMED, REVOKED, EXPIRED -> true;
            case SENT -> next != Grant.Status.NOT_SENT;
            case FAILED, NOT_SENT -> next == grant.status();
        };
    }

    /// Cancels a hold; its release is serialised with this on the recipient's ledger.
    public Answer cancel(AccountFacts account, String id) {
        Optional<IdMint.Located> located = ports.ids().locate(IdPrefix.AUTH, id);
        Optional<Note> hold = located.flatMap(found -> note(account, found));
        Optional<Detail.Authorization> detail =
                hold.flatMap(Note::detail).flatMap(Detail::authorization);
        if (hold.isEmpty() || detail.isEmpty()) {
            return known(account, located) ? Answer.CONTRADICTS : Answer.UNKNOWN;
        }
        if (Holds.held(hold.get()).isEmpty()) {
            return Answer.CONTRADICTS;
        }
        Recipient recipient =
                new Recipient(
                        ports,
                        hold.get().account(),
                        hold.get().root(),
                        detail.get().request().to(),
                        hold.get().tag());
        return cancel(recipient, hold.get(), detail.get());
    }

    private Answer cancel(Recipient recipient, Note hold, Detail.Authorization detail) {
        List<Note> followUps = ports.ledger().notes(hold.tag(), hold.key().value() + "#", "", PAGE);
        if (Holds.ended(followUps)) {
            boolean cancelled = Holds.record(hold, detail, followUps).cancelled();
            return cancelled ? Answer.RECORDED : Answer.CONTRADICTS;
        }
        String holdKey = recipient.keyHash("hold", detail.id());
        Answer answer =
                loop.run(hold.tag(), newest -> cancelPlan(recipient, detail, holdKey, newest));
        if (answer == Answer.RECORDED) {
            Change change = new Change.HoldCancelled(detail.id());
            ports.ledger()
                    .put(
                            recipient.note(
                                    hold.key().followUp(Holds.CANCEL),
                                    Optional.empty(),
                                    ports.clock().instant(),
                                    List.of(change),
                                    Optional.empty(),
                                    Optional.empty()));
        }
        return answer;
    }

    private Plan<Answer> cancelPlan(
            Recipient recipient,
            Detail.Authorization detail,
            String holdKey,
            Optional<Entry> newest) {
        RecipientState state = Recipient.state(newest);
        boolean released = state.keys().stream().anyMatch(binding -> binding.key().equals(holdKey));
        if (released) {
            return new Plan.Answer<>(Answer.CONTRADICTS);
        }
        if (state.cancelledHolds().contains(detail.id())) {
            return new Plan.Answer<>(Answer.RECORDED);
        }
        Entry entry =
                recipient.entry(
                        newest,
                        ports.clock().instant(),
                        List.of(new Change.HoldCancelled(detail.id())),
                        Optional.empty(),
                        recipient.draft(newest).cancelHold(detail.id()).done());
        return new Plan.Append<>(entry, Answer.RECORDED);
    }

    private boolean known(AccountFacts account, Optional<IdMint.Located> located) {
        return located.filter(found -> found.ref() instanceof Ref.Numbered)
                .flatMap(
                        found ->
                                ports.ledger()
                                        .entry(found.tag(), ((Ref.Numbered) found.ref()).number()))
                .filter(entry -> ReadAuthorizations.isFor(account, entry.account(), entry.root()))
                .isPresent();
    }

    private Optional<Note> note(AccountFacts account, IdMint.Located located) {
        return located.ref() instanceof Ref.Noted ref
                ? ports.ledger()
                        .note(located.tag(), NoteKey.of(ref))
                        .filter(one -> ReadAuthorizations.isFor(account, one.account(), one.root()))
                : Optional.empty();
    }
}
