package io.sendgate.gate;

import io.sendgate.message.SendRequest;

import java.util.Optional;

/// A request to decide about a message, with how the caller wants it handled.
///
/// @param whenBlocked what to do with a deferral
/// @param idempotencyKey the caller's key, 1 to 255 characters
/// @param bodyHash hash of the request as the caller sent it
public record SendCommand(
        SendRequest request,
        WhenBlocked whenBlocked,
        boolean dryRun,
        Optional<String> idempotencyKey,
        String bodyHash) {

    /// What to do with a deferral.
    public enum WhenBlocked implements io.sendgate.contact.Term {
        /// Answer it.
        ANSWER,
        /// Keep the message and decide afresh when it may go.
        HOLD
    }
}
