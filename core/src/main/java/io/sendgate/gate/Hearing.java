package io.sendgate.gate;

import io.sendgate.account.AccountFacts;
import io.sendgate.consent.Act;
import io.sendgate.consent.Consent;
import io.sendgate.consent.Coverage;
import io.sendgate.consent.Intent;
import io.sendgate.consent.Method;
import io.sendgate.consent.OptOut;
import io.sendgate.consent.PendingOptIn;
import io.sendgate.consent.Scope;
import io.sendgate.consent.Source;
import io.sendgate.consent.Tier;
import io.sendgate.language.Reading;
import io.sendgate.ledger.Bounds;
import io.sendgate.ledger.Change;
import io.sendgate.ledger.Detail;
import io.sendgate.ledger.Entry;
import io.sendgate.ledger.IdPrefix;
import io.sendgate.ledger.Preferences;
import io.sendgate.ledger.RecipientState;
import io.sendgate.ledger.Ref;
import io.sendgate.ledger.StateDraft;
import io.sendgate.message.Purpose;
import io.sendgate.policy.PolicySet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One message being acted on: from what it was understood to ask for to the changes it makes.
final class Hearing {

    private static final String BOOKING = "booking";

    private final Heard heard;
    private final Recipient recipient;
    private final InboundMessage message;
    private final PolicySet policies;
    private final RecipientState before;
    private final Act act;
    private final Instant now;
    private final StateDraft draft;
    private final List<Change> changes = new ArrayList<>();
    private Optional<Replies.Reply> reply = Optional.empty();

    /// A message and what it was understood to ask for.
    ///
    /// @param id its fingerprint, the same on every delivery
    record Heard(
            Recipient recipient,
            AccountFacts account,
            InboundMessage message,
            PolicySet policies,
            Reading reading,
            String id) {}

    Hearing(Heard heard, Optional<Entry> newest, Instant now) {
        this.heard = heard;
        this.recipient = heard.recipient();
        this.message = heard.message();
        this.policies = heard.policies();
        this.before = Recipient.state(newest);
        this.now = now;
        this.act = Recipient.act(message.at(), newest, now);
        this.draft = recipient.draft(newest);
    }

    void act() {
        Reading reading = heard.reading();
        changes.add(
                new Change.MessageReceived(
                        recipient.account(),
                        message.channel(),
                        reading.intent().term(),
                        message.provider(),
                        act.at(),
                        hint()));
        draft.inbound(recipient.account(), message.channel(), act.at());
        if (reading.isSuspect()) {
            suspect();
        } else {
            act(reading.intent());
        }
        reply.filter(owed -> !message.answered() && !message.canReply())
                .map(
                        owed ->
                                new Change.ReplyRequested(
                                        recipient.account(),
                                        message.channel(),
                                        owed.kind(),
                                        owed.publicText()))
                .ifPresent(changes::add);
    }

    private void act(Intent intent) {
        switch (intent) {
            case OPT_OUT -> optOut(policies.policy().optOutScope());
            case SCOPED_OPT_OUT -> optOut(Scope.MARKETING);
            case WRONG_NUMBER -> {
                Preferences.disown(draft, act);
                optOut(Scope.ALL);
            }
            case OPT_IN -> optIn();
            case CONFIRM -> confirm();
            case HELP -> answer("help");
            case EMERGENCY -> answer("emergency");
            case BUSINESS_CANCEL -> businessCancel();
            case NONE -> {
                draft.seen(heard.id());
                converse();
            }
        }
    }

    /// What the account may want to look at.
    private Optional<String> hint() {
        Reading reading = heard.reading();
        if (reading.isSuspect()) {
            return Optional.of("opt-out-suspected");
        }
        boolean cancels =
                reading.intent() == Intent.BUSINESS_CANCEL
                        || reading.endsMessages()
                                && hasOpenBooking()
                                && recipient.ports().policies().replies().mayCancelBooking(reading);
        return cancels ? Optional.of("booking-cancel") : Optional.empty();
    }

    private boolean hasOpenBooking() {
        return before.references().stream()
                .filter(reference -> reference.account().equals(recipient.account()))
                .anyMatch(reference -> reference.kind().equals(BOOKING) && reference.isOpen());
    }

    Entry entry(Optional<Entry> newest, Detail detail) {
        return recipient.entry(newest, now, changes, Optional.of(detail), draft.done());
    }

    Optional<Replies.Reply> inlineReply() {
        return message.answered() || !message.canReply() ? Optional.empty() : reply;
    }

    private void suspect() {
        draft.acted(heard.id());
        Preferences.suspect(draft, act);
    }

    private void answer(String kind) {
        draft.seen(heard.id());
        owe(kind);
    }

    private void owe(String kind) {
        reply =
                Optional.of(
                        Replies.of(
                                kind,
                                heard.account().account().profile(),
                                policies,
                                recipient.ports().policies().replies(),
                                heard.reading().language()));
    }

    /// One confirmation an opt-out: a person who is out already gets no second one.
    private void optOut(Scope scope) {
        draft.acted(heard.id());
        OptOut wish = new OptOut(scope, Optional.empty(), act, List.of());
        boolean lifted = before.lastOptIn().filter(last -> last.after(act)).isPresent();
        boolean news = !lifted && !Preferences.alreadyOut(before, wish);
        List<Change> applied =
                RecordOptOut.apply(
                        recipient, draft, before, wish, policies.policy(), message.provider(), now);
        if (news) {
            changes.addAll(applied);
            owe("opt-out-confirmation");
        }
    }

    private void optIn() {
        if (before.used().size() >= Bounds.USED) {
            draft.seen(heard.id());
            return;
        }
        draft.used(heard.id());
        List<Consent> given = Preferences.optIn(draft, act, now);
        changes.add(new Change.OptedIn(message.channel(), act.at(), message.provider()));
        given.forEach(this::granted);
        owe("opt-in-confirmation");
    }

    private void confirm() {
        List<PendingOptIn> waiting =
                before.pending().stream()
                        .filter(one -> one.openAt(now))
                        .filter(one -> one.consent().isFor(recipient.account(), message.channel()))
                        .toList();
        if (waiting.isEmpty() || before.used().size() >= Bounds.USED) {
            draft.acted(heard.id());
            return;
        }
        draft.used(heard.id());
        draft.endPending(waiting::contains);
        waiting.stream().map(PendingOptIn::consent).forEach(this::grant);
        owe("opt-in-confirmed");
    }

    /// Where there is something to cancel it is no opt-out; where there is nothing, a person looks.
    private void businessCancel() {
        if (hasOpenBooking()) {
            answer("booking-cancel");
        } else {
            suspect();
        }
    }

    /// An ordinary message counts as a consent by conversation where the policy says so.
    private void converse() {
        List<Coverage> counted =
                Optional.ofNullable(
                                policies.policy().conversation().get(message.channel().carrier()))
                        .orElse(List.of());
        boolean out =
                before.optOuts().stream()
                        .filter(old -> old.appliesTo(message.channel()))
                        .anyMatch(old -> act.after(old.act()));
        boolean known =
                before.consents().stream()
                        .anyMatch(
                                consent ->
                                        consent.isFor(recipient.account(), message.channel())
                                                && consent.purposes().containsAll(counted));
        if (!counted.isEmpty() && !out && !known) {
            grant(
                    new Consent(
                            act.entry(),
                            recipient.account(),
                            message.channel().carrier(),
                            counted,
                            Tier.IMPLIED,
                            Method.CONVERSATION,
                            Source.OWN_CUSTOMER,
                            act.at(),
                            now,
                            Optional.empty(),
                            Optional.empty(),
                            true));
            applyAgain(before.optOuts());
        }
    }

    /// A message older than an opt-out in force is taken as if it had arrived before it.
    private void applyAgain(List<OptOut> optOuts) {
        Set<Purpose> ends = RecordOptOut.endsWithMarketing(policies.policy());
        optOuts.forEach(optOut -> Preferences.optOut(draft, optOut, ends, now));
    }

    private void grant(Consent consent) {
        draft.consent(consent);
        granted(consent);
    }

    private void granted(Consent consent) {
        String consentId =
                recipient
                        .ports()
                        .ids()
                        .mint(
                                IdPrefix.CONS,
                                consent.recorded(),
                                recipient.tag(),
                                new Ref.Numbered(consent.entry()));
        changes.add(CaptureConsent.granted(consentId, consent));
    }
}
