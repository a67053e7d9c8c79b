package io.sendgate.consentreview;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.sendgate.ledger.Change;
import io.sendgate.rest.schema.Json;

/// One change in a person's history as JSON: its kind, then what there is to say about it.
final class HistoryLine {

    private final ObjectNode json = Json.object();

    private HistoryLine(String kind) {
        json.put("kind", kind);
    }

    /// The line of a change.
    static ObjectNode of(Change change) {
        return switch (change) {
            case Change.Authorized it -> allowed(it);
            case Change.Refused it -> refused(it);
            case Change.Held it -> held(it);
            case Change.HoldEnded it -> released(it);
            case Change.HoldCancelled it -> plain("authorization.cancelled", it.id());
            case Change.Redeemed it -> plain("authorization.redeemed", it.id());
            case Change.OutcomeReported it -> outcome(it);
            case Change.PermitsRevoked it -> revoked(it);
            case Change.PermitsExpired it ->
                    line("authorization.expired").with("ids", it.ids()).json;
            case Change.ConsentGranted it -> granted(it);
            case Change.ConsentPending it -> pending(it);
            case Change.ConsentExpired it -> expired(it);
            case Change.ConsentRefused it -> refused(it);
            case Change.OptedOut it -> optedOut(it);
            case Change.OptedIn it -> optedIn(it);
            case Change.MessageReceived it -> received(it);
            case Change.ReplyRequested it -> reply(it);
            case Change.DeliveryUpdated it -> delivery(it);
            case Change.ComplaintReceived it -> complaint(it);
            case Change.BlockChanged it -> block(it);
            case Change.FactsRecorded it ->
                    line("facts.recorded").with("members", it.members()).json;
            case Change.ReferenceRecorded it -> reference(it);
            case Change.FrequencyReset it -> line("frequency.reset").with("rule", it.rule()).json;
            case Change.Erased _ -> line("recipient.erased").json;
        };
    }

    private static HistoryLine line(String kind) {
        return new HistoryLine(kind);
    }

    private static ObjectNode plain(String kind, String id) {
        return line(kind).with("id", id).json;
    }

    /// Adds a member, unless there is nothing to say.
    private HistoryLine with(String name, Object value) {
        JsonNode tree = Json.tree(value);
        if (!tree.isNull()) {
            json.set(name, tree);
        }
        return this;
    }

    private static ObjectNode allowed(Change.Authorized it) {
        return line("authorization.allowed")
                .with("id", it.id())
                .with("channel", it.channel())
                .with("purpose", it.purpose())
                .with("class", it.messageClass())
                .with("permitEnds", it.permitEnds())
                .with("policy", it.policy())
                .with("policyVersion", it.policyVersion())
                .with("hold", it.hold())
                .json;
    }

    private static ObjectNode refused(Change.Refused it) {
        String kind =
                switch (it.outcome()) {
                    case DENY -> "authorization.denied";
                    case DEFER -> "authorization.deferred";
                    case REVIEW -> "authorization.review";
                    case ALLOW -> "authorization.allowed";
                };
        return line(kind)
                .with("id", it.id())
                .with("codes", it.codes())
                .with("until", it.until())
                .with("channel", it.channel())
                .with("purpose", it.purpose())
                .with("policy", it.policy())
                .with("policyVersion", it.policyVersion())
                .with("hold", it.hold())
                .json;
    }

    private static ObjectNode held(Change.Held it) {
        return line("authorization.held")
                .with("id", it.id())
                .with("codes", it.codes())
                .with("until", it.until())
                .with("holdEnds", it.holdEnds())
                .with("attempt", it.attempt())
                .json;
    }

    private static ObjectNode released(Change.HoldEnded it) {
        return line("authorization.released")
                .with("id", it.id())
                .with("release", it.release())
                .with("decision", it.outcome())
                .with("codes", it.codes())
                .json;
    }

    private static ObjectNode outcome(Change.OutcomeReported it) {
        return line("authorization.outcome")
                .with("id", it.id())
                .with("status", it.status())
                .with("by", it.by())
                .json;
    }

    private static ObjectNode revoked(Change.PermitsRevoked it) {
        return line("authorization.revoked").with("ids", it.ids()).with("why", it.why()).json;
    }

    private static ObjectNode granted(Change.ConsentGranted it) {
        return line("consent.granted")
                .with("id", it.id())
                .with("channel", it.channel())
                .with("purposes", it.purposes())
                .with("tier", it.tier())
                .with("method", it.method())
                .json;
    }

    private static ObjectNode pending(Change.ConsentPending it) {
        return line("consent.pending")
                .with("id", it.id())
                .with("channel", it.channel())
                .with("purposes", it.purposes())
                .with("until", it.until())
                .json;
    }

    private static ObjectNode expired(Change.ConsentExpired it) {
        return line("consent.expired")
                .with("id", it.id())
                .with("channel", it.channel())
                .with("pending", it.pending())
                .json;
    }

    private static ObjectNode refused(Change.ConsentRefused it) {
        return line("consent.refused")
                .with("id", it.id())
                .with("channel", it.channel())
                .with("codes", it.codes())
                .json;
    }

    private static ObjectNode optedOut(Change.OptedOut it) {
        return line("opt-out.recorded")
                .with("scope", it.scope())
                .with("channel", it.channel())
                .with("actedAt", it.at())
                .with("via", it.via())
                .json;
    }

    private static ObjectNode optedIn(Change.OptedIn it) {
        return line("opt-in.confirmed")
                .with("channel", it.channel())
                .with("actedAt", it.at())
                .with("via", it.via())
                .json;
    }

    private static ObjectNode received(Change.MessageReceived it) {
        return line("message.received")
                .with("channel", it.channel())
                .with("intent", it.intent())
                .with("provider", it.provider())
                .with("actedAt", it.at())
                .json;
    }

    private static ObjectNode reply(Change.ReplyRequested it) {
        return line("reply.requested").with("channel", it.channel()).with("reply", it.reply()).json;
    }

    private static ObjectNode delivery(Change.DeliveryUpdated it) {
        return line("delivery.updated")
                .with("id", it.authorization())
                .with("provider", it.provider())
                .with("status", it.status())
                .with("errorCode", it.errorCode())
                .json;
    }

    private static ObjectNode complaint(Change.ComplaintReceived it) {
        return line("complaint.received")
                .with("channel", it.channel())
                .with("provider", it.provider())
                .json;
    }

    private static ObjectNode block(Change.BlockChanged it) {
        return line(it.blocked() ? "recipient.blocked" : "recipient.unblocked")
                .with("why", it.why())
                .json;
    }

    private static ObjectNode reference(Change.ReferenceRecorded it) {
        return line("reference.recorded")
                .with("referenceKind", it.kind())
                .with("status", it.status())
                .json;
    }
}
