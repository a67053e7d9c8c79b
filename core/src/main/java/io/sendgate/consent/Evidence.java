package io.sendgate.consent;

import java.time.Instant;
import java.util.Optional;

/// What proves that a consent was given.
///
/// @param capturedAt when the person agreed
/// @param attachmentSha256 hash of a scan or a recording, lower-case hex
public record Evidence(
        Optional<String> ip,
        Optional<String> userAgent,
        Optional<String> pageUrl,
        Optional<Instant> capturedAt,
        Optional<String> attachmentSha256) {

    /// No proof at all.
    public static final Evidence NONE =
            new Evidence(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
}
