package io.sendgate.aws;

import io.sendgate.account.AccountId;

import java.time.Duration;

/// A rate of messages that several copies share: an account's own, or all accounts' under a
/// policy.
///
/// @param owner whose rate it is: an account's id, or `platform`
/// @param counter the sort key of the item that counts it
/// @param perMinute messages a minute, at least 1
/// @param burst how far ahead of their slots messages may go: zero paces them evenly
public record Bandwidth(String owner, String counter, int perMinute, Duration burst) {

    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final int LARGEST_BLOCK = 50;
    private static final int SECONDS = 60;

    /// Refuses a rate that lets nothing through.
    public Bandwidth {
        if (perMinute < 1 || burst.isNegative()) {
            throw new IllegalArgumentException("a rate is at least 1 a minute");
        }
    }

    /// An account's own rate.
    public static Bandwidth ofAccount(AccountId account, int perMinute, Duration burst) {
        return new Bandwidth(account.value(), "U#messages", perMinute, burst);
    }

    /// The rate that all accounts under a policy share.
    public static Bandwidth ofPolicy(String policy, int perMinute, Duration burst) {
        return new Bandwidth("platform", "U#" + policy, perMinute, burst);
    }

    /// The time from one message to the next, in nanoseconds.
    long interval() {
        return MINUTE / perMinute;
    }

    /// How many slots a copy takes at once for single sends: a second's worth, at most 50.
    int block() {
        return Math.clamp(perMinute / SECONDS, 1, LARGEST_BLOCK);
    }
}
