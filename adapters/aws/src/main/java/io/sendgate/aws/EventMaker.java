package io.sendgate.aws;

import io.sendgate.account.AccountId;
import io.sendgate.decision.Outcome;
import io.sendgate.ledger.Change;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Turns what an entry or a note records into its events: a pure function, nothing is diffed.
///
/// Every change gives at most one event. None gives: a redeemed permit (its caller was
/// answered), a block (it is announced where it was decided), facts and references put on record
/// (their caller was answered), an erasure (there is nothing left to tell), and a provider's
/// outcome that has its own delivery beside it.
public final class EventMaker {

    /// A maker of events; it has no state.
    public EventMaker() {}

    /// The events of an entry or a note, in the order of its changes.
    ///
    /// The same record gives the same ids.
    public List<SuiteEvent> events(Published record) {
        List<SuiteEvent> events = new ArrayList<>();
        for (int i = 0; i < record.changes().size(); i++) {
            int index = i + 1;
            Change change = record.changes().get(i);
            draft(change, record).ifPresent(draft -> events.add(draft.event(record, index)));
        }
        return events;
    }

    private static Optional<Draft> draft(Change change, Published record) {
        return switch (change) {
            case Change.Authorized it -> some("authorization.allowed", authorized(it));
            case Change.Refused it -> refused(it);
            case Change.Held it -> some("authorization.deferred", held(it));
            case Change.HoldEnded it -> some("authorization.released", holdEnded(it));
            case Change.HoldCancelled it ->
                    some(
                            "authorization.revoked",
                            data().put("id", it.id()).put("why", "cancelled"));
            case Change.Redeemed _ -> Optional.empty();
            case Change.OutcomeReported it -> outcome(it, record);
            case Change.PermitsRevoked it -> some("authorization.revoked", revoked(it));
            case Change.PermitsExpired it -> some("authorization.expired", expired(it));
            case Change.ConsentGranted it -> some("consent.granted", it.account(), granted(it));
            case Change.ConsentPending it -> some("consent.pending", it.account(), pending(it));
            case Change.ConsentExpired it -> some("consent.expired", it.account(), lapsed(it));
            case Change.ConsentRefused it -> some("consent.refused", it.account(), refused(it));
            case Change.OptedOut it -> some("opt-out.recorded", optedOut(it));
            case Change.OptedIn it -> some("opt-in.confirmed", optedIn(it));
            case Change.MessageReceived it -> some("message.received", it.account(), received(it));
            case Change.ReplyRequested it -> some("reply.requested", it.account(), reply(it));
            case Change.DeliveryUpdated it -> some("delivery.updated", delivered(it));
            case Change.ComplaintReceived it ->
                    some("complaint.received", it.account(), complaint(it));
            case Change.BlockChanged _ -> Optional.empty();
            case Change.FactsRecorded _ -> Optional.empty();
            case Change.ReferenceRecorded _ -> Optional.empty();
            case Change.FrequencyReset it ->
                    some("frequency.reset", it.account(), data().put("rule", it.rule()));
            case Change.Erased _ -> Optional.empty();
        };
    }

    private static EventData authorized(Change.Authorized it) {
        return data().put("id", it.id())
                .put("channel", it.channel())
                .put("purpose", it.purpose())
                .put("messageClass", it.messageClass())
                .put("permitEnds", it.permitEnds())
                .put("policy", it.policy())
                .put("policyVersion", it.policyVersion())
                .put("hold", it.hold());
    }

    private static Optional<Draft> refused(Change.Refused it) {
        EventData data =
                data().put("id", it.id())
                        .put("outcome", it.outcome())
                        .putTime("until", it.until())
                        .put("codes", it.codes())
                        .put("channel", it.channel())
                        .put("purpose", it.purpose())
                        .put("policy", it.policy())
                        .put("policyVersion", it.policyVersion())
                        .put("hold", it.hold());
        return switch (it.outcome()) {
            case DENY -> some("authorization.denied", data);
            case DEFER -> some("authorization.deferred", data);
            case REVIEW -> some("authorization.review", data);
            // A refusal that allows is no refusal: nothing true can be told of it.
            case ALLOW -> Optional.empty();
        };
    }

    private static EventData held(Change.Held it) {
        return data().put("id", it.id())
                .put("outcome", Outcome.DEFER)
                .put("until", it.until())
                .put("holdEnds", it.holdEnds())
                .put("codes", it.codes())
                .put("attempt", it.attempt());
    }

    private static EventData holdEnded(Change.HoldEnded it) {
        return data().put("id", it.id())
                .put("release", it.release())
                .put("outcome", it.outcome())
                .put("codes", it.codes());
    }

    private static Optional<Draft> outcome(Change.OutcomeReported it, Published record) {
        boolean told = record.changes().stream().anyMatch(Change.DeliveryUpdated.class::isInstance);
        if (told) {
            return Optional.empty();
        }
        return some(
                "delivery.updated",
                data().put("authorization", it.id())
                        .put("provider", it.by())
                        .put("status", it.status()));
    }

    private static EventData revoked(Change.PermitsRevoked it) {
        return data().putTexts("ids", it.ids()).put("why", it.why());
    }

    private static EventData expired(Change.PermitsExpired it) {
        return data().putTexts("ids", it.ids());
    }

    private static EventData granted(Change.ConsentGranted it) {
        return data().put("id", it.id())
                .put("channel", it.channel())
                .putTexts("purposes", it.purposes())
                .put("tier", it.tier())
                .put("method", it.method());
    }

    private static EventData pending(Change.ConsentPending it) {
        return data().put("id", it.id())
                .put("channel", it.channel())
                .putTexts("purposes", it.purposes())
                .put("until", it.until());
    }

    private static EventData lapsed(Change.ConsentExpired it) {
        return data().put("id", it.id()).put("channel", it.channel()).put("pending", it.pending());
    }

    private static EventData refused(Change.ConsentRefused it) {
        return data().put("id", it.id()).put("channel", it.channel()).put("codes", it.codes());
    }

    private static EventData optedOut(Change.OptedOut it) {
        EventData data = data().put("scope", it.scope()).put("at", it.at()).put("via", it.via());
        it.channel().ifPresent(channel -> data.put("channel", channel));
        return data;
    }

    private static EventData optedIn(Change.OptedIn it) {
        return data().put("channel", it.channel()).put("at", it.at()).put("via", it.via());
    }

    private static EventData received(Change.MessageReceived it) {
        return data().put("channel", it.channel())
                .put("intent", it.intent())
                .put("provider", it.provider())
                .put("at", it.at())
                .put("hint", it.hint());
    }

    private static EventData reply(Change.ReplyRequested it) {
        return data().put("channel", it.channel()).put("reply", it.reply()).put("text", it.text());
    }

    private static EventData delivered(Change.DeliveryUpdated it) {
        return data().put("authorization", it.authorization())
                .put("provider", it.provider())
                .put("status", it.status())
                .put("errorCode", it.errorCode());
    }

    private static EventData complaint(Change.ComplaintReceived it) {
        return data().put("channel", it.channel()).put("provider", it.provider());
    }

    private static EventData data() {
        return new EventData();
    }

    private static Optional<Draft> some(String type, EventData data) {
        return Optional.of(new Draft(type, Optional.empty(), data));
    }

    private static Optional<Draft> some(String type, AccountId account, EventData data) {
        return Optional.of(new Draft(type, Optional.of(account), data));
    }

    /// An event without its envelope.
    ///
    /// @param account whom the change names; empty where it is the record's own account
    private record Draft(String type, Optional<AccountId> account, EventData data) {

        SuiteEvent event(Published record, int index) {
            String tag = record.tag().value();
            AccountId concerned = account.orElse(record.account());
            Envelope envelope =
                    new Envelope(
                            tag + "|" + record.place().sortKey() + "|" + index,
                            type,
                            tag,
                            record.at(),
                            Optional.of(concerned),
                            record.place().sequence(index));
            return envelope.seal(data.put("recipient", tag).put("account", concerned.value()));
        }
    }
}
