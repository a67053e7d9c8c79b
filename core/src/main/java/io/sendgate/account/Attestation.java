package io.sendgate.account;

import java.time.Instant;

/// Something the account has declared to be so.
///
/// @param name what is declared, `policy-accepted` for example
/// @param by who declared it
/// @param at when
public record Attestation(String name, String by, Instant at) {}
