package io.sendgate.gate;

import io.sendgate.account.AccountFacts;
import io.sendgate.consent.Intent;
import io.sendgate.language.Confidence;
import io.sendgate.language.Reading;
import io.sendgate.ledger.Detail;
import io.sendgate.ledger.Entry;
import io.sendgate.ledger.RecipientState;
import io.sendgate.policy.PolicySet;
import io.sendgate.policy.ReplyKeywords;

import java.util.Optional;

/// Hears a message from a recipient and acts on it before anybody is told that it arrived.
///
/// One message is one entry: what was said, what it was taken for, what it changed, what reply is
/// owed. A repeated delivery is recognised by the provider's id and writes nothing.
public final class ReceiveMessage {

    private final Ports ports;
    private final Identities identities;

    /// The use case over its ports.
    public ReceiveMessage(Ports ports, RecipientLoop loop) {
        this.ports = ports;
        this.identities = new Identities(ports, loop);
    }

    /// What became of a message.
    ///
    /// @param reply the reply that our answer is to carry
    /// @param repeated whether it had been heard before
    public record Received(Intent intent, Optional<Replies.Reply> reply, boolean repeated) {}

    /// Receives a message that was sent to an account.
    public Received receive(AccountFacts account, InboundMessage message) {
        PolicySet policies = ports.policies().inForce(account, ports.clock().instant());
        Reading reading = understand(message, policies);
        String id = message.provider() + "|" + message.messageId();
        return identities.run(
                account,
                message.from(),
                (recipient, newest) ->
                        plan(
                                new Hearing.Heard(
                                        recipient,
                                        account,
                                        message,
                                        policies,
                                        reading,
                                        recipient.fingerprint(id)),
                                newest));
    }

    private Plan<Received> plan(Hearing.Heard heard, Optional<Entry> newest) {
        RecipientState state = Recipient.state(newest);
        Intent intent = heard.reading().intent();
        if (state.hasHeard(heard.id())) {
            return new Plan.Answer<>(new Received(intent, Optional.empty(), true));
        }
        Hearing hearing = new Hearing(heard, newest, ports.clock().instant());
        hearing.act();
        Entry entry = hearing.entry(newest, detail(heard));
        return new Plan.Append<>(entry, new Received(intent, hearing.inlineReply(), false));
    }

    private static Detail detail(Hearing.Heard heard) {
        Reading reading = heard.reading();
        InboundMessage message = heard.message();
        return new Detail.InboundMessage(
                message.provider(),
                message.messageId(),
                message.to(),
                message.text(),
                reading.span(),
                reading.rule()
                        .map(rule -> rule + reading.list().map(list -> "@" + list).orElse("")),
                reading.rule().map(rule -> reading.confidence().term()));
    }

    /// The policy's keywords first, then every list's words; what the provider heard only widens.
    private Reading understand(InboundMessage message, PolicySet policies) {
        String text = message.text().orElse("");
        ReplyKeywords.Heard keyword =
                new ReplyKeywords(policies.policy(), policies.own()).hear(text);
        Reading read = ports.policies().replies().read(text);
        Reading own =
                keyword.intent() == Intent.NONE || read.endsMessages()
                        ? read
                        : new Reading(
                                keyword.intent(),
                                Confidence.CERTAIN,
                                keyword.keyword(),
                                Optional.of("keyword"),
                                Optional.of(policies.own().ref().version()),
                                read.language());
        return own.endsMessages() || message.heard().isEmpty()
                ? own
                : new Reading(
                        message.heard().get(),
                        Confidence.CERTAIN,
                        own.span(),
                        Optional.of("provider"),
                        Optional.of(message.provider()),
                        own.language());
    }
}
