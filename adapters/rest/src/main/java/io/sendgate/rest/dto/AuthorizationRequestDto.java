package io.sendgate.rest.dto;

import io.sendgate.contact.Channel;
import io.sendgate.message.Media;
import io.sendgate.message.Origin;
import io.sendgate.message.Purpose;
import io.sendgate.message.SendRequest;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The body of `POST /authorizations`, and of each item of a batch.
public record AuthorizationRequestDto(
        Channel channel,
        String from,
        String to,
        Purpose purpose,
        @Nullable Origin origin,
        @Nullable String body,
        @Nullable List<MediaDto> media,
        @Nullable String template,
        @Nullable String subject,
        @Nullable String reference,
        @Nullable String sequence,
        @Nullable String conversation,
        @Nullable String endUser,
        @Nullable String broadcast,
        @Nullable Instant notAfter,
        @Nullable String whenBlocked,
        @Nullable Boolean dryRun) {

    /// A picture or file of the message.
    public record MediaDto(
            String contentType, @Nullable String sha256, @Nullable List<LabelDto> labels) {

        private Media toMedia() {
            return new Media(
                    contentType.toLowerCase(Locale.ROOT),
                    Optional.ofNullable(sha256).map(hash -> hash.toLowerCase(Locale.ROOT)),
                    Optional.ofNullable(labels)
                            .map(found -> found.stream().map(LabelDto::toLabel).toList()));
        }
    }

    /// One finding of a scanner.
    public record LabelDto(String name, double confidence) {

        private Media.Label toLabel() {
            return new Media.Label(name, confidence);
        }
    }

    /// Whether a deferred send is kept and decided afresh when it may go.
    public boolean holds() {
        return "hold".equals(whenBlocked);
    }

    /// Whether nothing is to be recorded or taken.
    public boolean isDryRun() {
        return Boolean.TRUE.equals(dryRun);
    }

    /// The request in the words of the core.
    ///
    /// @throws io.sendgate.rest.problem.ProblemException 400 at `/to` where it spells no number
    public SendRequest toSendRequest(Numbers numbers) {
        return toSendRequest(numbers, "");
    }

    /// As above, for an item of a batch.
    ///
    /// @param place the item's place in the body, `/requests/3`
    public SendRequest toSendRequest(Numbers numbers, String place) {
        NumberReader.Reading recipient = numbers.reading(to, place + "/to");
        return new SendRequest(
                channel,
                numbers.sender(from, channel),
                recipient.number(),
                recipient.valid(),
                purpose,
                origin == null ? Origin.API : origin,
                Optional.ofNullable(body),
                media == null ? List.of() : media.stream().map(MediaDto::toMedia).toList(),
                Optional.ofNullable(template),
                Optional.ofNullable(subject),
                Optional.ofNullable(reference),
                Optional.ofNullable(sequence),
                Optional.ofNullable(conversation),
                Optional.ofNullable(endUser),
                Optional.ofNullable(broadcast),
                Optional.ofNullable(notAfter));
    }

    @Override
    public String toString() {
        return "AuthorizationRequestDto[" + channel.term() + " " + purpose.term() + "]";
    }
}
