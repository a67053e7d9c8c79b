package io.sendgate.ledger;

import java.time.Duration;
import java.util.List;

/// How much of anything one recipient's state may hold: every list a person can make grow is
/// bounded.
public final class Bounds {

    /// The longest rolling period any rule may count over.
    public static final Duration LONGEST_WINDOW = Duration.ofDays(7);

    /// How long an idempotency key is kept.
    public static final Duration KEY_LIFE = Duration.ofHours(24);

    /// References a recipient may have; closed ones give way first.
    public static final int REFERENCES = 50;

    /// Provider ids remembered against duplicates.
    public static final int SEEN = 32;

    /// STARTs and confirmations remembered for ever; beyond them only a capture lifts an opt-out.
    public static final int USED = 50;

    /// Opt-outs, and confirmations of nothing, remembered against replays.
    public static final int ACTS = 50;

    /// Business-scoped ids of one person; the oldest gives way.
    public static final int JOINED = 20;

    /// How long a pending opt-in waits.
    public static final Duration PENDING_LIFE = Duration.ofHours(24);

    /// How long a held request waits at most.
    public static final Duration HOLD_LIFE = Duration.ofDays(10);

    /// Cancelled holds remembered against a release in flight; their notes keep them for good.
    public static final int CANCELLED_HOLDS = 50;

    /// Consents of one recipient; the oldest gives way.
    public static final int CONSENTS = 100;

    private Bounds() {}

    /// Drops the first of a list until it holds no more than `most`.
    static void keepLast(List<?> list, int most) {
        while (list.size() > most) {
            list.removeFirst();
        }
    }
}
