package io.sendgate.gate;

import io.sendgate.account.AccountFacts;
import io.sendgate.consent.Act;
import io.sendgate.consent.OptOut;
import io.sendgate.ledger.Change;
import io.sendgate.ledger.Detail;
import io.sendgate.ledger.Entry;
import io.sendgate.ledger.Grant;
import io.sendgate.ledger.IdMint;
import io.sendgate.ledger.IdPrefix;
import io.sendgate.ledger.NoteKey;
import io.sendgate.ledger.RecipientState;
import io.sendgate.ledger.Ref;
import io.sendgate.ledger.StateDraft;
import io.sendgate.policy.Policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Takes a delivery receipt in.
///
/// A harmless one is a note keyed by its message and status, so that duplicates and any order leave
/// the
/// same set. One that says "failed" gives the message's place back; one that says "opted out" is an
/// opt-out.
public final class ReceiveReceipt {

    private final Ports ports;
    private final Identities identities;

    /// The use case over its ports.
    public ReceiveReceipt(Ports ports, RecipientLoop loop) {
        this.ports = ports;
        this.identities = new Identities(ports, loop);
    }

    /// Receives a receipt for an account.
    ///
    /// @return whether it was new
    public boolean receive(AccountFacts account, Receipt receipt) {
        String message = "message|" + receipt.messageId();
        return identities.run(
                account,
                receipt.to(),
                (recipient, newest) ->
                        plan(recipient, account, receipt, recipient.fingerprint(message), newest));
    }

    private Plan<Boolean> plan(
            Recipient recipient,
            AccountFacts account,
            Receipt receipt,
            String messageHash,
            Optional<Entry> newest) {
        Instant now = ports.clock().instant();
        RecipientState state = Recipient.state(newest);
        Optional<Grant> grant = grant(recipient, receipt, messageHash, state);
        Optional<String> authorization =
                grant.map(found -> RecordOptOut.authorizationId(recipient, found))
                        .or(() -> named(recipient, receipt));
        Change updated =
                new Change.DeliveryUpdated(
                        authorization, receipt.provider(), receipt.status(), receipt.errorCode());
        Optional<Detail> detail =
                Optional.of(new Detail.ProviderMessage(receipt.provider(), receipt.messageId()));
        boolean gaveUp = receipt.failed() && grant.filter(found -> found.countsAt(now)).isPresent();
        String seenId =
                recipient.fingerprint("receipt|" + receipt.messageId() + "|" + receipt.status());
        if (!gaveUp && !receipt.optOut()) {
            NoteKey key = NoteKey.receipt(messageHash, receipt.status());
            return new Plan.Put<>(
                    recipient.note(key, newest, now, List.of(updated), detail, Optional.empty()),
                    true,
                    existing -> false);
        }
        if (state.hasHeard(seenId)) {
            return new Plan.Answer<>(false);
        }
        StateDraft draft = recipient.draft(newest);
        List<Change> changes = new ArrayList<>(List.of(updated));
        if (!receipt.optOut()) {
            draft.seen(seenId);
        }
        if (gaveUp) {
            changes.add(failed(recipient, receipt, messageHash, grant.orElseThrow(), draft));
        }
        if (receipt.optOut()) {
            draft.acted(seenId);
            changes.addAll(optOut(recipient, account, receipt, state, draft, newest, now));
        }
        return new Plan.Append<>(recipient.entry(newest, now, changes, detail, draft.done()), true);
    }

    private static Change failed(
            Recipient recipient,
            Receipt receipt,
            String messageHash,
            Grant grant,
            StateDraft draft) {
        Optional<String> message = Optional.of(messageHash);
        draft.grants(
                one -> one.entry() == grant.entry() ? one.with(Grant.Status.FAILED, message) : one);
        return new Change.OutcomeReported(
                RecordOptOut.authorizationId(recipient, grant),
                grant.entry(),
                Grant.Status.FAILED,
                receipt.provider(),
                message);
    }

    private List<Change> optOut(
            Recipient recipient,
            AccountFacts account,
            Receipt receipt,
            RecipientState state,
            StateDraft draft,
            Optional<Entry> newest,
            Instant now) {
        Policy policy = ports.policies().inForce(account, now).policy();
        Act act = Recipient.act(Optional.empty(), newest, now);
        OptOut wish = new OptOut(policy.optOutScope(), Optional.empty(), act, List.of());
        return RecordOptOut.apply(recipient, draft, state, wish, policy, receipt.provider(), now);
    }

    private Optional<Grant> grant(
            Recipient recipient, Receipt receipt, String messageHash, RecipientState state) {
        Optional<Grant> byMessage =
                state.grants().stream()
                        .filter(grant -> grant.message().equals(Optional.of(messageHash)))
                        .findFirst();
        return byMessage.or(
                () -> located(recipient, receipt).flatMap(number -> state.grant(number)));
    }

    private Optional<String> named(Recipient recipient, Receipt receipt) {
        return located(recipient, receipt).flatMap(number -> receipt.authorization());
    }

    /// The entry that the receipt names itself, if it is this recipient's.
    private Optional<Long> located(Recipient recipient, Receipt receipt) {
        return receipt.authorization()
                .flatMap(id -> ports.ids().locate(IdPrefix.AUTH, id))
                .filter(found -> found.tag().equals(recipient.tag()))
                .map(IdMint.Located::ref)
                .filter(Ref.Numbered.class::isInstance)
                .map(ref -> ((Ref.Numbered) ref).number());
    }
}
