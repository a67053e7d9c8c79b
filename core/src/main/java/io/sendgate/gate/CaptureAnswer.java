package io.sendgate.gate;

import io.sendgate.consent.Tier;
import io.sendgate.decision.Reason;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The answer to a submitted consent.
public sealed interface CaptureAnswer {

    /// It counts, now or once the recipient confirms.
    ///
    /// @param pendingUntil while it waits for a confirmation, when it lapses
    record Captured(String id, Tier tier, Optional<Instant> pendingUntil, Instant recordedAt)
            implements CaptureAnswer {}

    /// It is no consent, and is kept as a refused capture.
    record Refused(String id, List<Reason> reasons) implements CaptureAnswer {}

    /// The key has been used with another body.
    record KeyReused() implements CaptureAnswer {}
}
