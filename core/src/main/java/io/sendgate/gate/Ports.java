package io.sendgate.gate;

import io.sendgate.ledger.IdMint;

import java.time.InstantSource;

/// Everything outside that the use cases reach for.
///
/// @param clock business time, by which everything is decided
public record Ports(
        RecipientLedger ledger,
        Accounts accounts,
        PolicyBook policies,
        Vault vault,
        IdMint ids,
        Atlas atlas,
        InstantSource clock,
        SteadyClock steady,
        Chance chance) {}
