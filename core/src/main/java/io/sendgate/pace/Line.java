package io.sendgate.pace;

import io.sendgate.account.AccountId;

/// A line that messages go through: an account's own, or one that all accounts under a policy
/// share.
///
/// @param source the rule that speaks of it, as `document/rule`
/// @param owner whose it is: an account's id, or `platform`
/// @param perMinute the most messages in any minute, at least 1
public record Line(String source, String owner, int perMinute) {

    /// The rule that speaks of accounts' own lines.
    public static final String OWN = "sendgate/account-rate";

    private static final String PLATFORM = "platform";
    private static final int SECONDS = 60;

    /// Refuses a line that lets nothing through.
    public Line {
        if (perMinute < 1) {
            throw new IllegalArgumentException("a line lets at least 1 a minute through");
        }
    }

    /// A line that all accounts share.
    public static Line shared(String source, int perMinute) {
        return new Line(source, PLATFORM, perMinute);
    }

    /// An account's own line.
    public static Line own(AccountId account, int perMinute) {
        return new Line(OWN, account.value(), perMinute);
    }

    /// Whether other accounts send over it too.
    public boolean isShared() {
        return owner.equals(PLATFORM);
    }

    /// How many messages a running copy takes places for at once: a second's worth.
    public int block() {
        return block(perMinute);
    }

    /// A second's worth at a rate, at least one message.
    public static int block(int perMinute) {
        return Math.ceilDiv(perMinute, SECONDS);
    }
}
