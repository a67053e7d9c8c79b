package io.sendgate.ledger;

import io.sendgate.consent.Capture;
import io.sendgate.consent.Tier;
import io.sendgate.decision.Decision;
import io.sendgate.decision.Reason;
import io.sendgate.message.SendRequest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The personal part of what an entry or a note records; kept sealed.
public sealed interface Detail {

    /// This as an authorization, where it is one.
    default Optional<Authorization> authorization() {
        return this instanceof Authorization found ? Optional.of(found) : Optional.empty();
    }

    /// This as a capture, where it is one.
    default Optional<ConsentCapture> consentCapture() {
        return this instanceof ConsentCapture found ? Optional.of(found) : Optional.empty();
    }

    /// A request and the decision on it: enough to decide again.
    ///
    /// @param keyHash hash of the account and its idempotency key
    /// @param bodyHash hash of the request's body
    /// @param accountEntry the account's ledger entry it was decided on
    /// @param platformEntry the platform's ledger entry it was decided on
    record Authorization(
            String id,
            SendRequest request,
            Decision decision,
            Optional<String> keyHash,
            String bodyHash,
            long accountEntry,
            long platformEntry)
            implements Detail {}

    /// A capture, its tier and its receipt.
    ///
    /// @param disclosureSha256 hash of the frozen disclosure text
    /// @param reasons why it is no consent; empty for one that is
    record ConsentCapture(
            String id,
            Capture capture,
            Tier tier,
            Optional<String> disclosureSha256,
            List<Reason> reasons,
            Instant recordedAt,
            Optional<String> bodyHash)
            implements Detail {}

    /// A message from the recipient, as it arrived.
    ///
    /// @param span the words that decided its intent
    /// @param rule the rule and list version that matched them: `contact-stop@en@2026-11-21`
    /// @param confidence how surely: `certain`, `probable`, `doubtful`
    record InboundMessage(
            String provider,
            String messageId,
            String to,
            Optional<String> text,
            Optional<String> span,
            Optional<String> rule,
            Optional<String> confidence)
            implements Detail {}

    /// An opt-out that somebody recorded for the recipient.
    record RecordedOptOut(String via, Optional<String> note) implements Detail {}

    /// A provider's message id for an authorization.
    record ProviderMessage(String provider, String messageId) implements Detail {}
}
