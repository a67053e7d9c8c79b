package io.sendgate.gate;

import io.sendgate.ledger.Change;
import io.sendgate.ledger.Detail;
import io.sendgate.ledger.Grant;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// An authorization as it is on record: the decision, and what became of it.
///
/// @param status of an allow; empty for anything else
/// @param history what was recorded about it since, oldest first
/// @param receipts what providers reported, oldest first
/// @param releases the hold that this decision released
/// @param held whether it was kept to be decided afresh
/// @param waitsUntil for a hold that still waits, when it is decided afresh
/// @param cancelled whether a hold was cancelled
/// @param release for a hold that has been decided for good, the decision
public record AuthorizationRecord(
        Detail.Authorization authorization,
        Instant at,
        Optional<Grant.Status> status,
        Optional<String> releases,
        List<Dated> history,
        List<Dated> receipts,
        boolean held,
        Optional<Instant> waitsUntil,
        boolean cancelled,
        Optional<Release> release) {

    /// Something that became of it, and when.
    public record Dated(Instant at, Change change) {}

    /// What a hold was released as.
    public record Release(String id, io.sendgate.decision.Decision decision) {}
}
