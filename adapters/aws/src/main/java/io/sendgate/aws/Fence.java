package io.sendgate.aws;

import io.sendgate.gate.SteadyClock;

import java.time.Duration;

/// The wait of whoever changes an existing account: after it no copy can allow on the facts of
/// before.
///
/// Append first, then wait, then acknowledge. New accounts need no wait.
///
/// @param lease how long a copy may rely on facts it has read
/// @param steady the machine's clock, on which leases run
public record Fence(Duration lease, SteadyClock steady) {

    private static final Duration MARGIN = Duration.ofMillis(100);

    /// Returns when every lease that began before this call has ended.
    public void await() {
        steady.pause(lease.plus(MARGIN));
    }
}
