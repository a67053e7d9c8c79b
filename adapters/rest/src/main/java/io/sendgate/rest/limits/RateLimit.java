package io.sendgate.rest.limits;

import io.sendgate.rest.problem.Problem;
import io.sendgate.rest.problem.ProblemException;
import io.sendgate.rest.problem.ProblemType;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/// How fast a caller may ask, and the headers that say so.
///
/// The headers are those of the IETF's draft on rate limits: structured fields, one policy.
public final class RateLimit {

    private static final String RETRY_AFTER = "Retry-After";
    private static final int KEYS = 10_000;
    private static final int ADDRESSES = 50_000;

    private final TokenBuckets buckets;
    private final String policy;
    private final String name;

    private RateLimit(String name, int perSecond, int burst, int most, LongSupplier nanos) {
        this.name = name;
        this.buckets = new TokenBuckets(perSecond, burst, most, nanos);
        this.policy = "\"" + name + "\";q=" + burst + ";w=" + burst / perSecond;
    }

    /// The limit per key: 100 requests a second, bursts of 500.
    public static RateLimit perKey(LongSupplier nanos) {
        return new RateLimit("default", 100, 500, KEYS, nanos);
    }

    /// The limit per address for what needs no key, public forms and reports: one a second, bursts
    /// of 60.
    public static RateLimit perAddress(LongSupplier nanos) {
        return new RateLimit("address", 1, 60, ADDRESSES, nanos);
    }

    /// Counts one request.
    ///
    /// @return the headers to answer with
    /// @throws ProblemException 429 with `Retry-After` and the same headers
    public Map<String, String> count(String caller) {
        TokenBuckets.Verdict verdict = buckets.take(caller);
        Map<String, String> headers = new HashMap<>();
        headers.put("RateLimit-Policy", policy);
        headers.put(
                "RateLimit",
                "\"" + name + "\";r=" + verdict.remaining() + ";t=" + verdict.seconds());
        if (!verdict.taken()) {
            headers.put(RETRY_AFTER, Integer.toString(Math.max(1, verdict.seconds())));
            throw new ProblemException(Problem.of(ProblemType.TOO_MANY_REQUESTS), headers);
        }
        return headers;
    }
}
