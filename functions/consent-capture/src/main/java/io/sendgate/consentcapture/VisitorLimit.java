package io.sendgate.consentcapture;

import io.sendgate.rest.limits.RateLimit;
import io.sendgate.rest.problem.ProblemException;

import jakarta.inject.Singleton;

import java.util.Map;
import java.util.function.LongSupplier;

/// How often one address may post without a key, to forms and behind confirmation links together.
///
/// Each running copy counts by itself, on the machine's steady clock.
@Singleton
public class VisitorLimit {

    private final RateLimit perAddress;

    /// The limit on this machine's clock.
    public VisitorLimit() {
        this(System::nanoTime);
    }

    VisitorLimit(LongSupplier nanos) {
        this.perAddress = RateLimit.perAddress(nanos);
    }

    /// Counts one post.
    ///
    /// @return the headers to answer with
    /// @throws ProblemException 429 where there were too many
    public Map<String, String> count(String address) {
        return perAddress.count(address);
    }
}
