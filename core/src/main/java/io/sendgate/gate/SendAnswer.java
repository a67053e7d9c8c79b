package io.sendgate.gate;

import io.sendgate.decision.Decision;
import io.sendgate.ledger.Grant;

import java.util.Optional;

/// The answer to a request to send.
public sealed interface SendAnswer {

    /// It was decided, now or when the same key came first.
    ///
    /// @param status what became of an allow; empty for anything else
    record Decided(String id, Decision decision, Optional<Grant.Status> status)
            implements SendAnswer {}

    /// It was a hold, and its sender cancelled it before its release.
    record Cancelled() implements SendAnswer {}

    /// The key has been used with another request.
    record KeyReused() implements SendAnswer {}
}
