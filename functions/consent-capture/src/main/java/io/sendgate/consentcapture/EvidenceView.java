package io.sendgate.consentcapture;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

import io.sendgate.account.AccountId;
import io.sendgate.consent.Capture;
import io.sendgate.consent.Disclosure;
import io.sendgate.consent.Evidence;
import io.sendgate.consent.Scope;
import io.sendgate.contact.Channel;
import io.sendgate.decision.PolicyRef;
import io.sendgate.gate.ConsentEvidence;
import io.sendgate.ledger.Detail;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Everything that is needed to defend a consent, in one answer.
///
/// @param consent the consent itself; its members stand beside these
/// @param disclosure the frozen words; null where nothing was submitted
/// @param message what the person wrote, where that was the consent
/// @param confirmedAt when a double opt-in was confirmed
/// @param policy the account's policy in the version in force when it was recorded
/// @param optOutsSince what the person has said since, oldest first, for the whole family
public record EvidenceView(
        @JsonUnwrapped ConsentView consent,
        Who account,
        @Nullable String language,
        @Nullable Shown disclosure,
        @Nullable Proof evidence,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Said message,
        @Nullable Integer maxPerWeek,
        boolean doubleOptIn,
        @Nullable Instant confirmedAt,
        Judged policy,
        List<OptedOut> optOutsSince) {

    /// The account that captured it.
    public record Who(String id, String businessName) {}

    /// What the person was shown.
    ///
    /// @param sha256 of the text's UTF-8 bytes, lower-case hex; null without a text
    public record Shown(
            @Nullable String text,
            @Nullable String sha256,
            @Nullable String url,
            boolean preTicked,
            boolean conditionOfPurchase) {

        private static Shown of(Disclosure disclosure, Optional<String> sha256) {
            return new Shown(
                    disclosure.text().orElse(null),
                    sha256.orElse(null),
                    disclosure.url().orElse(null),
                    disclosure.preTicked(),
                    disclosure.conditionOfPurchase());
        }
    }

    /// When, how and from where.
    public record Proof(
            @Nullable String ip,
            @Nullable String userAgent,
            @Nullable String pageUrl,
            @Nullable Instant capturedAt,
            @Nullable String attachmentSha256) {

        private static Proof of(Evidence evidence) {
            return new Proof(
                    evidence.ip().orElse(null),
                    evidence.userAgent().orElse(null),
                    evidence.pageUrl().orElse(null),
                    evidence.capturedAt().orElse(null),
                    evidence.attachmentSha256().orElse(null));
        }
    }

    /// The message by which it was given.
    ///
    /// @param keyword the words that made it one; null for an ordinary message
    public record Said(
            String provider,
            String messageId,
            String to,
            @Nullable String text,
            @Nullable String keyword) {

        private static Said of(Detail.InboundMessage heard) {
            return new Said(
                    heard.provider(),
                    heard.messageId(),
                    heard.to(),
                    heard.text().orElse(null),
                    heard.span().orElse(null));
        }
    }

    /// The document it was judged under.
    public record Judged(String id, String version, String digest, String status) {

        private static Judged of(PolicyRef ref) {
            return new Judged(ref.id(), ref.version(), ref.digest(), ref.status());
        }
    }

    /// An opt-out recorded since.
    ///
    /// @param channel null for every channel
    public record OptedOut(
            Scope scope, @Nullable Channel channel, Instant at, Instant recordedAt, String via) {

        private static OptedOut of(ConsentEvidence.OptOutSince since) {
            return new OptedOut(
                    since.scope(),
                    since.channel().orElse(null),
                    since.at(),
                    since.recordedAt(),
                    since.via());
        }
    }

    /// The view of a consent's evidence.
    static EvidenceView of(ConsentEvidence found, Places places) {
        Optional<Detail.ConsentCapture> submitted =
                found.consent().evidence().flatMap(Detail::consentCapture);
        Optional<Capture> capture = submitted.map(Detail.ConsentCapture::capture);
        return new EvidenceView(
                ConsentView.of(found.consent(), places),
                who(found.consent().account(), found.businessName()),
                capture.flatMap(Capture::language).orElse(null),
                submitted
                        .map(one -> Shown.of(one.capture().disclosure(), one.disclosureSha256()))
                        .orElse(null),
                capture.map(Capture::evidence).map(Proof::of).orElse(null),
                found.consent()
                        .evidence()
                        .flatMap(EvidenceView::message)
                        .map(Said::of)
                        .orElse(null),
                capture.flatMap(Capture::maxPerWeek).orElse(null),
                capture.map(Capture::doubleOptIn).orElse(false),
                found.confirmedAt().orElse(null),
                Judged.of(found.policy()),
                found.optOuts().stream().map(OptedOut::of).toList());
    }

    private static Who who(AccountId account, String businessName) {
        return new Who(account.value(), businessName);
    }

    private static Optional<Detail.InboundMessage> message(Detail detail) {
        return detail instanceof Detail.InboundMessage heard
                ? Optional.of(heard)
                : Optional.empty();
    }
}
