package io.sendgate.gate;

import io.sendgate.account.AccountFacts;
import io.sendgate.consent.Act;
import io.sendgate.consent.Consent;
import io.sendgate.consent.Coverage;
import io.sendgate.consent.Intent;
import io.sendgate.consent.Method;
import io.sendgate.consent.OptOut;
import io.sendgate.consent.PendingOptIn;
import io.sendgate.consent.Source;
import io.sendgate.consent.Tier;
import io.sendgate.ledger.Bounds;
import io.sendgate.ledger.Change;
import io.sendgate.ledger.Detail;
import io.sendgate.ledger.Entry;
import io.sendgate.ledger.IdPrefix;
import io.sendgate.ledger.Preferences;
import io.sendgate.ledger.RecipientState;
import io.sendgate.ledger.Ref;
import io.sendgate.ledger.StateDraft;
import io.sendgate.policy.PolicySet;
import io.sendgate.policy.ReplyKeywords;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Hears a message from a recipient and acts on it before anybody is told that it arrived.
///
/// One message is one entry: what was said, what it was taken for, what it changed, what reply is owed.
/// A repeated delivery is recognised by the provider's id and writes nothing.
public final class ReceiveMessage {

    private final Ports ports;
    private final RecipientLoop loop;

    /// The use case over its ports.
    public ReceiveMessage(Ports ports, RecipientLoop loop) {
        this.ports = ports;
        this.loop = loop;
    }

    /// What became of a message.
    ///
    /// @param reply the reply that our answer is to carry
    /// @param repeated whether it had been heard before
    public record Received(Intent intent, Optional<Replies.Reply> reply, boolean repeated) {}

    /// Receives a message that was sent to an account.
    public Received receive(AccountFacts account, InboundMessage message) {
        Recipient recipient = Recipient.of(ports, account, message.from());
        String id = recipient.fingerprint(message.provider() + "|" + message.messageId());
        return loop.run(recipient.tag(), newest -> plan(recipient, account, message, id, newest));
    }

    private Plan<Received> plan(
            Recipient recipient,
            AccountFacts account,
            InboundMessage message,
            String id,
            Optional<Entry> newest) {
        RecipientState state = Recipient.state(newest);
        PolicySet policies = ports.policies().inForce(account, ports.clock().instant());
        ReplyKeywords.Heard heard = hear(message, policies);
        if (state.seen().contains(id) || state.used().contains(id)) {
            return new Plan.Answer<>(new Received(heard.intent(), Optional.empty(), true));
        }
        Hearing hearing =
                new Hearing(recipient, account, message, policies, id, newest, ports.clock().instant());
        hearing.act(heard.intent());
        Detail detail =
                new Detail.InboundMessage(
                        message.provider(),
                        message.messageId(),
                        message.to(),
                        message.text(),
                        heard.keyword(),
                        heard.keyword().map(word -> "keyword@" + policies.own().ref().version()));
        Entry entry =
                recipient.entry(
                        newest,
                        hearing.now,
                        hearing.changes,
                        Optional.of(detail),
                        hearing.draft.done());
        return new Plan.Append<>(entry, new Received(heard.intent(), hearing.inlineReply(), false));
    }

    private static ReplyKeywords.Heard hear(InboundMessage message, PolicySet policies) {
        ReplyKeywords.Heard own =
                new ReplyKeywords(policies.policy(), policies.own()).hear(message.text().orElse(""));
        boolean optOut = own.intent() == Intent.OPT_OUT;
        return optOut || message.heard().isEmpty()
                ? own
                : new ReplyKeywords.Heard(message.heard().get(), own.keyword());
    }

    /// One message being acted on.
    private static final class Hearing {

        private final Recipient recipient;
        private final AccountFacts account;
        private final InboundMessage message;
        private final PolicySet policies;
        private final String id;
        private final RecipientState before;
        private final Act act;
        private final Instant now;
        private final StateDraft draft;
        private final List<Change> changes = new ArrayList<>();
        private Optional<Replies.Reply> reply = Optional.empty();

        Hearing(
                Recipient recipient,
                AccountFacts account,
                InboundMessage message,
                PolicySet policies,
                String id,
                Optional<Entry> newest,
                Instant now) {
            this.recipient = recipient;
            this.account = account;
            this.message = message;
            this.policies = policies;
            this.id = id;
            this.before = Recipient.state(newest);
            this.now = now;
            this.act = new Act(message.at().orElse(now), message.at().isPresent(), Recipient.next(newest));
            this.draft = recipient.draft(newest).seen(id);
        }

        void act(Intent intent) {
            changes.add(
                    new Change.MessageReceived(
                            recipient.account(),
                            message.channel(),
                            intent.term(),
                            message.provider(),
                            act.at()));
            draft.inbound(recipient.account(), message.channel(), act.at());
            switch (intent) {
                case OPT_OUT -> optOut();
                case OPT_IN -> optIn();
                case CONFIRM -> confirm();
                case HELP -> owe("help");
                case NONE -> converse();
            }
            reply.filter(owed -> !message.answered() && !message.canReply())
                    .map(
                            owed ->
                                    new Change.ReplyRequested(
                                            recipient.account(), message.channel(), owed.kind(), owed.publicText()))
                    .ifPresent(changes::add);
        }

        Optional<Replies.Reply> inlineReply() {
            return message.answered() || !message.canReply() ? Optional.empty() : reply;
        }

        private void owe(String kind) {
            reply = Optional.of(Replies.of(kind, account.account().profile(), policies));
        }

        /// One confirmation an opt-out: a person who is out already gets no second one.
        private void optOut() {
            OptOut wish =
                    new OptOut(policies.policy().optOutScope(), Optional.empty(), act, List.of());
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
                return;
            }
            draft.used(id);
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
                return;
            }
            draft.used(id);
            draft.endPending(waiting::contains);
            waiting.stream().map(PendingOptIn::consent).forEach(this::grant);
            owe("opt-in-confirmed");
        }

        /// An ordinary message counts as a consent by conversation where the policy says so.
        private void converse() {
            List<Coverage> counted =
                    Optional.ofNullable(
                                    policies.policy().conversation().get(message.channel().carrier()))
                            .orElse(List.of());
            boolean out =
                    before.optOuts().stream().anyMatch(optOut -> optOut.appliesTo(message.channel()));
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
            }
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
                            .mint(IdPrefix.CONS, consent.recorded(), recipient.tag(), new Ref.Numbered(consent.entry()));
            changes.add(CaptureConsent.granted(consentId, consent));
        }
    }
}
