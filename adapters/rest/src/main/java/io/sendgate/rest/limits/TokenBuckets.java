package io.sendgate.rest.limits;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/// Token buckets, one per caller, on the machine's steady clock.
///
/// They are bounded in number: where there are more callers, the one not seen for longest starts
/// again with a full bucket. One lock is enough: it is held for some arithmetic.
public final class TokenBuckets {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final int perSecond;
    private final int burst;
    private final LongSupplier nanos;
    private final Map<String, Level> levels;

    /// Buckets of one size.
    ///
    /// @param perSecond how many tokens flow in each second
    /// @param burst how many a bucket holds
    /// @param most how many buckets are kept
    /// @param nanos the steady clock, in nanoseconds: `System::nanoTime`
    public TokenBuckets(int perSecond, int burst, int most, LongSupplier nanos) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.nanos = nanos;
        this.levels = new Bounded(most);
    }

    /// Takes one token of a caller's bucket, if there is one.
    public synchronized Verdict take(String caller) {
        long now = nanos.getAsLong();
        Level last = levels.get(caller);
        double tokens = last == null ? burst : refilled(last, now);
        boolean taken = tokens >= 1;
        double left = taken ? tokens - 1 : tokens;
        levels.put(caller, new Level(left, now));
        return new Verdict(taken, (int) left, secondsUntil(taken ? burst : 1, left));
    }

    private double refilled(Level last, long now) {
        return Math.min(burst, last.tokens + (double) (now - last.at) / SECOND * perSecond);
    }

    private int secondsUntil(int tokens, double left) {
        return (int) Math.ceil(Math.max(0, tokens - left) / perSecond);
    }

    /// How many buckets there are.
    public synchronized int size() {
        return levels.size();
    }

    /// What became of a request for a token.
    ///
    /// @param taken whether there was one
    /// @param remaining how many are left
    /// @param seconds until the bucket is full; where there was none, until there is one
    public record Verdict(boolean taken, int remaining, int seconds) {}

    private record Level(double tokens, long at) {}

    /// Forgets the caller not seen for longest.
    private static final class Bounded extends LinkedHashMap<String, Level> {

        private static final long serialVersionUID = 1L;
        private static final int INITIAL = 16;
        private static final float LOAD = 0.75f;

        private final int most;

        Bounded(int most) {
            super(INITIAL, LOAD, true);
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Level> eldest) {
            return size() > most;
        }
    }
}
