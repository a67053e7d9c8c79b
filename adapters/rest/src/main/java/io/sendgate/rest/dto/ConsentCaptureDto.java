package io.sendgate.rest.dto;

import io.sendgate.consent.Capture;
import io.sendgate.consent.Coverage;
import io.sendgate.consent.Disclosure;
import io.sendgate.consent.Evidence;
import io.sendgate.consent.Method;
import io.sendgate.consent.Source;
import io.sendgate.contact.Channel;
import io.sendgate.rest.problem.Problem;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The body of `POST /consents`, and of each item of a batch.
public record ConsentCaptureDto(
        String recipient,
        Channel channel,
        List<String> purposes,
        Method method,
        @Nullable Source source,
        @Nullable String language,
        @Nullable DisclosureDto disclosure,
        @Nullable EvidenceDto evidence,
        @Nullable Integer maxPerWeek,
        @Nullable Boolean doubleOptIn) {

    /// What the person was shown.
    public record DisclosureDto(
            @Nullable String text,
            @Nullable String url,
            @Nullable Boolean preTicked,
            @Nullable Boolean conditionOfPurchase) {

        private Disclosure toDisclosure() {
            return new Disclosure(
                    Optional.ofNullable(text),
                    Optional.ofNullable(url),
                    Boolean.TRUE.equals(preTicked),
                    Boolean.TRUE.equals(conditionOfPurchase));
        }
    }

    /// What proves the consent.
    public record EvidenceDto(
            @Nullable String ip,
            @Nullable String userAgent,
            @Nullable String pageUrl,
            @Nullable Instant capturedAt,
            @Nullable String attachmentSha256) {

        private Evidence toEvidence() {
            return new Evidence(
                    Optional.ofNullable(ip),
                    Optional.ofNullable(userAgent),
                    Optional.ofNullable(pageUrl),
                    Optional.ofNullable(capturedAt),
                    Optional.ofNullable(attachmentSha256)
                            .map(hash -> hash.toLowerCase(Locale.ROOT)));
        }
    }

    /// The capture in the words of the core.
    ///
    /// @param now business time: nobody agreed later than that
    /// @throws io.sendgate.rest.problem.ProblemException 400 at `/recipient` where it spells no
    ///     number, and at `/evidence/capturedAt` where that is in the future
    public Capture toCapture(Numbers numbers, Instant now) {
        return toCapture(numbers, now, "");
    }

    /// As above, for an item of a batch.
    ///
    /// @param place the item's place in the body, `/consents/3`
    public Capture toCapture(Numbers numbers, Instant now, String place) {
        if (evidence != null
                && evidence.capturedAt() != null
                && evidence.capturedAt().isAfter(now)) {
            throw Problem.invalidBody(place + "/evidence/capturedAt", "must not be in the future")
                    .toException();
        }
        return new Capture(
                numbers.number(recipient, place + "/recipient"),
                channel,
                Words.coverage(purposes),
                method,
                source == null ? Source.OWN_CUSTOMER : source,
                Optional.ofNullable(language),
                disclosure == null ? Disclosure.NONE : disclosure.toDisclosure(),
                evidence == null ? Evidence.NONE : evidence.toEvidence(),
                Optional.ofNullable(maxPerWeek),
                Boolean.TRUE.equals(doubleOptIn));
    }

    /// What the consent is for, each once.
    public List<Coverage> coverage() {
        return Words.coverage(purposes);
    }

    @Override
    public String toString() {
        return "ConsentCaptureDto[" + channel.term() + " " + method.term() + "]";
    }
}
