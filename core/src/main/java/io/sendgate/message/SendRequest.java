package io.sendgate.message;

import io.sendgate.contact.Channel;
import io.sendgate.contact.PhoneNumber;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A request to send one message to one person, as the caller describes it.
///
/// @param from the sender's id as the account registered it: a number in E.164, or a name
/// @param to who is to receive it
/// @param valid whether the number can exist under its country's numbering plan
/// @param subject the campaign's or matter's key, at most 64 characters
/// @param reference the booking, payment or purchase it is about, at most 64 characters
/// @param sequence the automated sequence it belongs to, at most 64 characters
/// @param conversation the conversation it belongs to, at most 64 characters
/// @param endUser the account's own user who sends, at most 64 characters
/// @param broadcast the reserved broadcast it belongs to
/// @param notAfter the last instant at which it is still worth sending, inclusive
public record SendRequest(
        Channel channel,
        String from,
        PhoneNumber to,
        boolean valid,
        Purpose purpose,
        Origin origin,
        Optional<String> body,
        List<Media> media,
        Optional<String> template,
        Optional<String> subject,
        Optional<String> reference,
        Optional<String> sequence,
        Optional<String> conversation,
        Optional<String> endUser,
        Optional<String> broadcast,
        Optional<Instant> notAfter) {

    /// Copies the list, so that a request never changes.
    public SendRequest {
        media = List.copyOf(media);
    }

    /// The same request, worth sending until `instant` only.
    public SendRequest notAfter(Instant instant) {
        return new SendRequest(
                channel,
                from,
                to,
                valid,
                purpose,
                origin,
                body,
                media,
                template,
                subject,
                reference,
                sequence,
                conversation,
                endUser,
                broadcast,
                Optional.of(instant));
    }

    @Override
    public String toString() {
        return "SendRequest[" + channel.term() + " " + purpose.term() + " to " + to + "]";
    }
}
