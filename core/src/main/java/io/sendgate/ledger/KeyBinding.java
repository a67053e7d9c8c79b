package io.sendgate.ledger;

import java.time.Instant;

/// An idempotency key that an allow has used up.
///
/// @param key hash of the account and the key
/// @param body hash of the request it came with
/// @param entry the ledger entry of the allow
/// @param at when; a binding is kept for 24 hours
public record KeyBinding(String key, String body, long entry, Instant at) {}
