package io.sendgate.ledger;

import io.sendgate.account.AccountId;

import java.time.Instant;

/// A full frequency cap, and when its next place opens.
///
/// @param rule the policy's rule, as `document/rule`
public record CapOpening(AccountId account, String rule, Instant opensAt) {

    /// Whether both speak of one cap.
    boolean isOfSameCap(CapOpening other) {
        return account.equals(other.account) && rule.equals(other.rule);
    }
}
