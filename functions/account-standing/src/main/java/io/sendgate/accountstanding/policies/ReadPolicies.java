package io.sendgate.accountstanding.policies;

import io.sendgate.account.PlatformState;
import io.sendgate.account.PlatformState.Published;
import io.sendgate.aws.AccountStore;
import io.sendgate.wire.policy.CaseSet;
import io.sendgate.wire.policy.PolicyDocument;
import io.sendgate.wire.policy.PolicyView;
import io.sendgate.wire.policy.SeededPolicyBook;

import jakarta.inject.Singleton;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Shows the policies in force, every clause with what keeps it and what proves it.
@Singleton
public class ReadPolicies {

    private final PolicyVersions versions;
    private final SeededPolicyBook book;
    private final AccountStore store;
    private final InstantSource clock;

    /// The use case over the documents.
    ///
    /// @param clock business time, by which a version is in force
    public ReadPolicies(
            PolicyVersions versions,
            SeededPolicyBook book,
            AccountStore store,
            InstantSource clock) {
        this.versions = versions;
        this.book = book;
        this.store = store;
        this.clock = clock;
    }

    /// The policies an account can be under, ascending by id.
    public List<PolicyView.Line> list() {
        PlatformState platform = store.platform();
        Instant now = clock.instant();
        return book.ids(platform, now).stream()
                .sorted()
                .flatMap(id -> book.document(id, platform, now).stream())
                .map(PolicyDocument::policy)
                .map(PolicyView.Line::of)
                .toList();
    }

    /// A policy, a pack, or Sendgate's own rules, as they are in force.
    public Optional<PolicyView> find(String id) {
        PlatformState platform = store.platform();
        Optional<Published> inForce = SeededPolicyBook.version(id, platform, clock.instant());
        return inForce.map(versions::version)
                .or(() -> versions.packed(id))
                .map(version -> view(version, platform));
    }

    /// One version of a document, in force or not.
    public Optional<PolicyView> find(String id, String version) {
        PlatformState platform = store.platform();
        return versions.find(id, version, platform).map(found -> view(found, platform));
    }

    private PolicyView view(PolicyVersions.Version version, PlatformState platform) {
        CaseSet cases =
                versions.cases(
                        version.document().policy().ref().id(), version.published(), platform);
        return PolicyView.of(
                version.document(), version.published().map(Published::effectiveAt), cases::names);
    }
}
