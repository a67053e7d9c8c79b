package io.sendgate.account;

import java.time.Instant;

/// A key of an account as the suite keeps it: the hash, never the secret.
///
/// @param id its public name
/// @param hash SHA-256 of the whole key, base64url
public record ApiKey(String id, String hash, Instant created) {}
