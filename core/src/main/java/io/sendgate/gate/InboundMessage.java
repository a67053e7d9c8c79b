package io.sendgate.gate;

import io.sendgate.consent.Intent;
import io.sendgate.contact.Channel;
import io.sendgate.contact.Person;

import java.time.Instant;
import java.util.Optional;

/// A message from a person, in one form whichever provider brought it.
///
/// @param messageId the provider's id, the same on every delivery of the message
/// @param to the sender of ours that it was written to
/// @param at the provider's own signed time; empty where the provider signs none
/// @param heard what the provider says it asks for, where it says so
/// @param answered whether the provider has already replied to the person
/// @param canReply whether our answer to the provider can carry a reply
public record InboundMessage(
        String provider,
        String messageId,
        Person from,
        String to,
        Channel channel,
        Optional<String> text,
        Optional<Instant> at,
        Optional<Intent> heard,
        boolean answered,
        boolean canReply) {

    @Override
    public String toString() {
        return "InboundMessage[" + provider + " " + channel.term() + "]";
    }
}
