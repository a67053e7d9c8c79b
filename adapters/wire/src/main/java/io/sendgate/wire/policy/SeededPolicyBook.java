package io.sendgate.wire.policy;

import io.sendgate.account.AccountFacts;
import io.sendgate.account.AccountProfile;
import io.sendgate.account.Mode;
import io.sendgate.account.PlatformState;
import io.sendgate.account.PlatformState.Published;
import io.sendgate.gate.FactsUnavailable;
import io.sendgate.gate.PolicyBook;
import io.sendgate.language.IntentClassifier;
import io.sendgate.policy.Policy;
import io.sendgate.policy.PolicySet;
import io.sendgate.wire.language.LanguageLists;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/// The policies in force: the packed versions from the beginning of time, and those published
/// since.
public final class SeededPolicyBook implements PolicyBook {

    private static final String DRAFT = "draft";

    private final PolicyDocuments documents;
    private final Function<Published, byte[]> published;
    private final IntentClassifier replies = LanguageLists.packed();
    private final Map<String, PolicyDocument> read = new ConcurrentHashMap<>();

    /// A book of the packed versions alone.
    public SeededPolicyBook(PolicyDocuments documents) {
        this(documents, SeededPolicyBook::nowhere);
    }

    /// A book that also knows where published versions are kept.
    ///
    /// @param published the bytes of a published version; throws [FactsUnavailable] where they
    ///     cannot be read
    public SeededPolicyBook(PolicyDocuments documents, Function<Published, byte[]> published) {
        this.documents = documents;
        this.published = published;
    }

    private static byte[] nowhere(Published version) {
        throw new FactsUnavailable("the published policy " + version.id());
    }

    @Override
    public PolicySet inForce(AccountFacts facts, Instant at) {
        return set(facts.account().profile(), id -> inForce(id, facts, at));
    }

    /// As [#inForce(AccountFacts, Instant)], with a candidate in the place of its own versions.
    public PolicySet inForce(AccountFacts facts, Instant at, Policy candidate) {
        return set(
                facts.account().profile(),
                id ->
                        id.equals(candidate.ref().id())
                                ? Optional.of(candidate)
                                : inForce(id, facts, at));
    }

    private PolicySet set(AccountProfile profile, Function<String, Optional<Policy>> inForce) {
        Policy policy = required(profile.policy(), inForce);
        List<Policy> packs = policies(profile.packs().orElse(policy.packs()), inForce);
        Policy own = required(ownId(), inForce);
        return new PolicySet(own, policy, packs, profile.mode().orElse(usualMode(policy)));
    }

    private static List<Policy> policies(
            List<String> ids, Function<String, Optional<Policy>> inForce) {
        return ids.stream().distinct().flatMap(id -> inForce.apply(id).stream()).toList();
    }

    /// The sets of documents in which a candidate will usually stand: a policy with its own packs,
    /// a pack beside every policy whose own pack it is.
    public List<PolicySet> around(Policy candidate, PlatformState platform, Instant at) {
        String id = candidate.ref().id();
        Function<String, Optional<Policy>> inForce =
                other ->
                        other.equals(id)
                                ? Optional.of(candidate)
                                : document(other, platform, at).map(PolicyDocument::policy);
        Policy own = required(ownId(), inForce);
        return Stream.concat(Stream.of(id), ids(platform, at).stream())
                .distinct()
                .flatMap(policy -> inForce.apply(policy).stream())
                .filter(policy -> policy.ref().id().equals(id) || policy.packs().contains(id))
                .map(
                        policy ->
                                new PolicySet(
                                        own,
                                        policy,
                                        policies(policy.packs(), inForce),
                                        Mode.ENFORCE))
                .toList();
    }

    private static Mode usualMode(Policy policy) {
        return policy.ref().status().equals(DRAFT) ? Mode.SHADOW : Mode.ENFORCE;
    }

    private static Policy required(String id, Function<String, Optional<Policy>> inForce) {
        return inForce.apply(id).orElseThrow(() -> new FactsUnavailable("the policy " + id));
    }

    private String ownId() {
        return documents.ownDocument().policy().ref().id();
    }

    @Override
    public Optional<Policy> inForce(String id, AccountFacts facts, Instant at) {
        return document(id, facts.platform(), at).map(PolicyDocument::policy);
    }

    /// The document of that id in force at an instant.
    ///
    /// @throws FactsUnavailable where a published version cannot be read
    public Optional<PolicyDocument> document(String id, PlatformState platform, Instant at) {
        return version(id, platform, at).map(this::document).or(() -> documents.document(id));
    }

    /// The published version of that id in force at an instant; empty where it is the packed one.
    public static Optional<Published> version(String id, PlatformState platform, Instant at) {
        return platform.published().stream()
                .filter(version -> version.id().equals(id) && !version.effectiveAt().isAfter(at))
                .reduce(SeededPolicyBook::later);
    }

    /// The one that came into force last; of two at once, the one published last.
    private static Published later(Published one, Published next) {
        return one.effectiveAt().isAfter(next.effectiveAt()) ? one : next;
    }

    /// The document of a published version.
    ///
    /// @throws FactsUnavailable where it cannot be read, or is not what was published
    public PolicyDocument document(Published version) {
        return read.computeIfAbsent(version.digest(), digest -> readPublished(version));
    }

    private PolicyDocument readPublished(Published version) {
        byte[] bytes = published.apply(version);
        if (!Digest.of(bytes).equals(version.digest())) {
            throw new FactsUnavailable(
                    "the published policy " + version.id() + ": its bytes changed");
        }
        try {
            return documents.parseDocument(bytes, documents::lexicon);
        } catch (InvalidPolicy e) {
            throw new FactsUnavailable("the published policy " + version.id(), e);
        }
    }

    @Override
    public IntentClassifier replies() {
        return replies;
    }

    @Override
    public List<String> ids() {
        return documents.ids().stream().filter(this::isPolicy).toList();
    }

    /// The ids of all policies in force at an instant: the packed ones, then those published.
    public List<String> ids(PlatformState platform, Instant at) {
        Stream<String> published =
                platform.published().stream()
                        .filter(version -> !version.effectiveAt().isAfter(at))
                        .map(Published::id)
                        .filter(this::isPolicy);
        return Stream.concat(ids().stream(), published).distinct().toList();
    }

    private boolean isPolicy(String id) {
        return !id.equals(ownId()) && !documents.knownPacks().contains(id);
    }
}
