package io.sendgate.inboundwebhook;

import io.sendgate.account.AccountFacts;
import io.sendgate.gate.FactsUnavailable;
import io.sendgate.gate.Identities;
import io.sendgate.gate.InboundMessage;
import io.sendgate.gate.ReceiveComplaint;
import io.sendgate.gate.ReceiveMessage;
import io.sendgate.gate.ReceivePreference;
import io.sendgate.gate.ReceiveReceipt;
import io.sendgate.inboundwebhook.provider.Heard;
import io.sendgate.inboundwebhook.provider.Result;
import io.sendgate.inboundwebhook.provider.Sns;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Acts on what providers say, one thing after the other, before anybody is told that it arrived.
@Singleton
public class Reception {

    /// How far ahead of ours a provider's clock may be; a later time counts as none.
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private final ReceiveMessage messages;
    private final ReceiveReceipt receipts;
    private final ReceiveComplaint complaints;
    private final ReceivePreference preferences;
    private final Identities identities;
    private final Sns sns;

    /// A reception over the use cases.
    @Inject
    public Reception(
            ReceiveMessage messages,
            ReceiveReceipt receipts,
            ReceiveComplaint complaints,
            ReceivePreference preferences,
            Identities identities,
            Sns sns) {
        this.messages = messages;
        this.receipts = receipts;
        this.complaints = complaints;
        this.preferences = preferences;
        this.identities = identities;
        this.sns = sns;
    }

    /// Acts on everything that a request says.
    ///
    /// One part that fails does not keep the others from being acted on; the request fails all the
    /// same, so that the provider repeats it.
    ///
    /// @param receivedAt business time
    /// @throws FactsUnavailable where something could not be recorded
    public List<Result> receive(AccountFacts account, List<Heard> heard, Instant receivedAt) {
        List<Result> results = new ArrayList<>();
        List<RuntimeException> failures = new ArrayList<>();
        Instant latest = receivedAt.plus(AHEAD);
        for (Heard one : heard) {
            try {
                results.add(receive(account, one, latest));
            } catch (RuntimeException failed) {
                failures.add(failed);
            }
        }
        if (!failures.isEmpty()) {
            throw worst(failures);
        }
        return results;
    }

    /// Acts on everything that a request says which has waited.
    ///
    /// What the provider does not date counts as of its arrival, so that nothing which was heard
    /// in the meantime is overtaken; a reply that is owed is requested by an event.
    ///
    /// @param receivedAt business time of the arrival
    /// @throws FactsUnavailable where something could not be recorded
    public void receiveLate(AccountFacts account, List<Heard> heard, Instant receivedAt) {
        List<Heard> dated = heard.stream().map(one -> late(one, receivedAt)).toList();
        receive(account, dated, receivedAt);
    }

    private static Heard late(Heard heard, Instant receivedAt) {
        return switch (heard) {
            case Heard.Message one -> new Heard.Message(late(one.message(), receivedAt));
            case Heard.Preference one ->
                    new Heard.Preference(
                            at(one.preference(), one.preference().at().or(() -> just(receivedAt))));
            case Heard.Delivery one -> one;
            case Heard.Complaint one -> one;
            case Heard.SamePerson one -> one;
            case Heard.Subscription one -> one;
            case Heard.Ignored one -> one;
        };
    }

    private static Optional<Instant> just(Instant instant) {
        return Optional.of(instant);
    }

    private Result receive(AccountFacts account, Heard heard, Instant latest) {
        return switch (heard) {
            case Heard.Message one ->
                    new Result.Answered(messages.receive(account, bounded(one.message(), latest)));
            case Heard.Delivery one ->
                    new Result.Recorded(receipts.receive(account, one.receipt()));
            case Heard.Complaint one ->
                    new Result.Recorded(complaints.receive(account, one.complaint()));
            case Heard.Preference one ->
                    new Result.Recorded(
                            preferences.receive(account, bounded(one.preference(), latest)));
            case Heard.SamePerson one ->
                    new Result.Recorded(identities.join(account, one.id(), one.number()));
            case Heard.Subscription one -> {
                sns.confirm(one.address());
                yield new Result.Passed();
            }
            case Heard.Ignored one -> new Result.Passed();
        };
    }

    /// What nobody foresaw first: it is a fault of ours, where the others only ask to be repeated.
    private static RuntimeException worst(List<RuntimeException> failures) {
        return failures.stream()
                .filter(failed -> !(failed instanceof FactsUnavailable))
                .findFirst()
                .orElse(failures.getFirst());
    }

    private static InboundMessage bounded(InboundMessage message, Instant latest) {
        return at(message, notAfter(message.at(), latest), message.canReply());
    }

    private static InboundMessage late(InboundMessage message, Instant receivedAt) {
        return at(message, message.at().or(() -> just(receivedAt)), false);
    }

    private static InboundMessage at(
            InboundMessage message, Optional<Instant> at, boolean canReply) {
        return new InboundMessage(
                message.provider(),
                message.messageId(),
                message.from(),
                message.to(),
                message.channel(),
                message.text(),
                at,
                message.heard(),
                message.answered(),
                canReply);
    }

    private static ReceivePreference.Preference bounded(
            ReceivePreference.Preference preference, Instant latest) {
        return at(preference, notAfter(preference.at(), latest));
    }

    private static ReceivePreference.Preference at(
            ReceivePreference.Preference preference, Optional<Instant> at) {
        return new ReceivePreference.Preference(
                preference.provider(),
                preference.id(),
                preference.from(),
                preference.channel(),
                preference.out(),
                preference.scope(),
                at);
    }

    /// A START from the far future would outlast every STOP to come: a time that nobody can have
    /// counts as none.
    private static Optional<Instant> notAfter(Optional<Instant> at, Instant latest) {
        return at.filter(time -> !time.isAfter(latest));
    }
}
