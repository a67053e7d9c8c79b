package io.sendgate.wire.policy;

import io.sendgate.account.AccountFacts;
import io.sendgate.account.AccountProfile;
import io.sendgate.account.Mode;
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
        AccountProfile profile = facts.account().profile();
        Policy policy = required(profile.policy(), facts, at);
        List<Policy> packs =
                profile.packs().orElse(policy.packs()).stream()
                        .distinct()
                        .flatMap(id -> inForce(id, facts, at).stream())
                        .toList();
        Policy own = required(documents.ownDocument().policy().ref().id(), facts, at);
        return new PolicySet(own, policy, packs, profile.mode().orElse(usualMode(policy)));
    }

    private static Mode usualMode(Policy policy) {
        return policy.ref().status().equals(DRAFT) ? Mode.SHADOW : Mode.ENFORCE;
    }

    private Policy required(String id, AccountFacts facts, Instant at) {
        return inForce(id, facts, at).orElseThrow(() -> new FactsUnavailable("the policy " + id));
    }

    @Override
    public Optional<Policy> inForce(String id, AccountFacts facts, Instant at) {
        return document(id, facts, at).map(PolicyDocument::policy);
    }

    /// The document of that id in force at an instant.
    ///
    /// @throws FactsUnavailable where a published version cannot be read
    public Optional<PolicyDocument> document(String id, AccountFacts facts, Instant at) {
        return facts.platform().published().stream()
                .filter(version -> version.id().equals(id) && !version.effectiveAt().isAfter(at))
                .reduce(SeededPolicyBook::later)
                .map(this::published)
                .or(() -> documents.document(id));
    }

    /// The one that came into force last; of two at once, the one published last.
    private static Published later(Published one, Published next) {
        return one.effectiveAt().isAfter(next.effectiveAt()) ? one : next;
    }

    private PolicyDocument published(Published version) {
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
        String own = documents.ownDocument().policy().ref().id();
        return documents.ids().stream()
                .filter(id -> !id.equals(own) && !documents.knownPacks().contains(id))
                .toList();
    }
}
