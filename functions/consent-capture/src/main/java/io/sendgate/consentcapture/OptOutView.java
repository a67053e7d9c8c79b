package io.sendgate.consentcapture;

import io.sendgate.consent.Scope;
import io.sendgate.contact.Channel;
import io.sendgate.gate.RecordOptOut;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// An opt-out on record, as answers and the list show it.
///
/// @param channel null for every channel
/// @param at when the person said so
/// @param via how they said so, or the provider that heard it
public record OptOutView(
        String recipient,
        Scope scope,
        @Nullable Channel channel,
        Instant at,
        Instant recordedAt,
        String via) {

    /// The view of an opt-out that has just been recorded.
    static OptOutView of(RecordOptOut.Report report, RecordOptOut.Answer.Recorded recorded) {
        return new OptOutView(
                report.recipient().e164(),
                recorded.scope(),
                recorded.channel().orElse(null),
                recorded.at(),
                recorded.recordedAt(),
                report.via());
    }
}
