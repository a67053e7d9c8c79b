package io.sendgate.accountstanding.policies;

import io.sendgate.account.PlatformState;
import io.sendgate.account.PlatformState.Published;
import io.sendgate.accountstanding.cases.Once;
import io.sendgate.accountstanding.cases.Platform;
import io.sendgate.aws.AccountStore;
import io.sendgate.aws.PolicyStore;
import io.sendgate.aws.StoredPolicy;
import io.sendgate.policy.Policy;
import io.sendgate.rest.idempotency.Idempotency;
import io.sendgate.rest.problem.Problem;
import io.sendgate.rest.problem.ProblemException;
import io.sendgate.rest.problem.ProblemType;
import io.sendgate.rest.problem.Violation;
import io.sendgate.wire.policy.PolicyDocument;

import jakarta.inject.Singleton;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Publishes a version of a policy or a pack: checked, kept, in force from its instant, told.
///
/// The document is put first, then the platform names it, then every running copy is waited for:
/// whoever is answered knows that no copy decides as if there were no such version.
@Singleton
public class PublishPolicy {

    private static final int MOST_PUBLISHED = 200;
    private static final String VERSION = "/version";

    private final PolicyDesk desk;
    private final AccountStore accounts;
    private final PolicyStore store;
    private final Platform platform;
    private final AnnouncePolicies announcements;
    private final Once once;
    private final InstantSource clock;

    /// The use case over its ports.
    ///
    /// @param clock business time
    public PublishPolicy(
            PolicyDesk desk,
            AccountStore accounts,
            PolicyStore store,
            Platform platform,
            AnnouncePolicies announcements,
            Once once,
            InstantSource clock) {
        this.desk = desk;
        this.accounts = accounts;
        this.store = store;
        this.platform = platform;
        this.announcements = announcements;
        this.once = once;
        this.clock = clock;
    }

    /// Publishes what the bytes of a document spell; the same bytes again change nothing.
    ///
    /// @param key the caller's idempotency key
    /// @throws ProblemException 400 for what is no document, 409 for a version there is already
    ///     with other bytes, 422 with everything that keeps it from being published. Nothing has
    ///     changed then.
    public Published publish(byte[] bytes, Optional<String> key) {
        PolicyDocument document = desk.read(bytes);
        Policy policy = document.policy();
        PlatformState before = accounts.platform();
        Idempotency request = new Idempotency(key, policy.ref().digest());
        Optional<Published> there = before.published(policy.ref().id(), policy.ref().version());
        if (there.isPresent()) {
            return repeated(there.get(), policy, request);
        }
        Instant now = clock.instant();
        if (before.published().size() >= MOST_PUBLISHED) {
            throw refused("", "the platform has as many versions as it can keep");
        }
        desk.check(document, before, now);
        claim(request, policy);
        Published version =
                new Published(
                        policy.ref().id(),
                        policy.ref().version(),
                        policy.ref().digest(),
                        policy.effectiveAt().orElse(now));
        put(version, document);
        return told(version);
    }

    private Published repeated(Published there, Policy policy, Idempotency request) {
        requireSame(there.digest(), policy);
        claim(request, policy);
        return told(there);
    }

    private void claim(Idempotency request, Policy policy) {
        once.claim("policy", request, policy.ref().id() + "/" + policy.ref().version());
    }

    private void put(Published version, PolicyDocument document) {
        Policy policy = document.policy();
        StoredPolicy kept =
                new StoredPolicy(
                        version.id(),
                        version.version(),
                        version.digest(),
                        document.bytes(),
                        policy.summary(),
                        version.effectiveAt());
        store.put(kept).ifPresent(other -> requireSame(other.digest(), policy));
    }

    /// Names the version on the platform, waits for every copy, and tells everybody.
    private Published told(Published version) {
        PlatformState after = platform.publish(version);
        Published named = after.published(version.id(), version.version()).orElse(version);
        if (!named.digest().equals(version.digest())) {
            throw taken();
        }
        announcements.announce(named, after);
        return named;
    }

    private static void requireSame(String digest, Policy policy) {
        if (!digest.equals(policy.ref().digest())) {
            throw taken();
        }
    }

    private static ProblemException taken() {
        return Problem.of(ProblemType.CONFLICT)
                .at(List.of(new Violation(VERSION, "was published with other bytes")))
                .toException();
    }

    private static ProblemException refused(String pointer, String detail) {
        return Problem.of(ProblemType.REFUSED)
                .at(List.of(new Violation(pointer, detail)))
                .toException();
    }
}
