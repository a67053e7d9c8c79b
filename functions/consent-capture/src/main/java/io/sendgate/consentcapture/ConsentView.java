package io.sendgate.consentcapture;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.sendgate.consent.Capture;
import io.sendgate.consent.Coverage;
import io.sendgate.consent.Method;
import io.sendgate.consent.Source;
import io.sendgate.consent.Tier;
import io.sendgate.contact.Channel;
import io.sendgate.gate.CaptureAnswer;
import io.sendgate.gate.ConsentRecord;
import io.sendgate.rest.answer.ReasonView;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A consent or a refused capture as answers show it.
///
/// @param state what it is now
/// @param tier null for a refused capture
/// @param purposesInForce what of it still holds; empty unless it is active
/// @param pendingUntil only while it is pending
/// @param confirmUrl only while it is pending: the page behind the confirmation link
/// @param endedAt only where it was revoked or has expired
/// @param reasons only for a refused capture
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConsentView(
        String id,
        ConsentRecord.Status state,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Tier tier,
        String receiptUrl,
        String recipient,
        Channel channel,
        List<String> purposes,
        List<String> purposesInForce,
        Method method,
        Source source,
        Instant capturedAt,
        Instant recordedAt,
        @Nullable Instant pendingUntil,
        @Nullable String confirmUrl,
        @Nullable Instant endedAt,
        @Nullable List<ReasonView> reasons) {

    /// A capture that has just been recorded.
    static ConsentView of(Capture capture, CaptureAnswer.Captured captured, Places places) {
        Optional<Instant> pending = captured.pendingUntil();
        List<String> purposes = words(capture.purposes());
        return new ConsentView(
                captured.id(),
                pending.isPresent() ? ConsentRecord.Status.PENDING : ConsentRecord.Status.ACTIVE,
                captured.tier(),
                Places.receipt(captured.id()),
                capture.recipient().e164(),
                capture.channel(),
                purposes,
                pending.isPresent() ? List.of() : purposes,
                capture.method(),
                capture.source(),
                capture.evidence().capturedAt().orElse(captured.recordedAt()),
                captured.recordedAt(),
                pending.orElse(null),
                pending.map(until -> places.confirmation(captured.id())).orElse(null),
                null,
                null);
    }

    /// A capture on record.
    static ConsentView of(ConsentRecord found, Places places) {
        boolean refused = found.status() == ConsentRecord.Status.REFUSED;
        return new ConsentView(
                found.id(),
                found.status(),
                refused ? null : found.tier(),
                Places.receipt(found.id()),
                found.recipient().e164(),
                found.channel(),
                words(found.purposes()),
                words(found.inForce()),
                found.method(),
                found.source(),
                found.capturedAt(),
                found.recordedAt(),
                found.pendingUntil().orElse(null),
                found.pendingUntil().map(until -> places.confirmation(found.id())).orElse(null),
                found.endedAt().orElse(null),
                refused ? ReasonView.of(found.reasons()) : null);
    }

    private static List<String> words(List<Coverage> purposes) {
        return purposes.stream().map(Coverage::term).toList();
    }
}
