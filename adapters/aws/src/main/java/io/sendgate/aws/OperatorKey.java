package io.sendgate.aws;

import io.sendgate.config.SendgateConfig;
import io.sendgate.wire.keys.ApiKeys;

import java.util.Optional;

/// The operator's key as the suite knows it: its hash; none at all lets nobody in.
///
/// @param hash SHA-256 of the key, base64url
public record OperatorKey(Optional<String> hash) {

    /// The key that the configuration names.
    static OperatorKey of(SendgateConfig config) {
        return new OperatorKey(
                config.operatorKeyHash().or(() -> config.operatorKey().map(ApiKeys::hash)));
    }

    /// Whether a caller's key is the operator's, in a time that tells nothing of where they
    /// differ.
    public boolean matches(String key) {
        return hash.filter(expected -> ApiKeys.matches(key, expected)).isPresent();
    }
}
