package io.sendgate.accountstanding.policies;

import io.sendgate.account.PlatformState;
import io.sendgate.account.PlatformState.Published;
import io.sendgate.wire.policy.CaseSet;
import io.sendgate.wire.policy.PolicyCases;
import io.sendgate.wire.policy.PolicyDocument;
import io.sendgate.wire.policy.PolicyDocuments;
import io.sendgate.wire.policy.SeededPolicyBook;

import jakarta.inject.Singleton;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Every version of every document: the packed ones and those published since, each with its cases.
@Singleton
public class PolicyVersions {

    private final PolicyDocuments documents;
    private final SeededPolicyBook book;
    private final PolicyCases cases;

    /// Over the packed documents and the published ones.
    public PolicyVersions(PolicyDocuments documents, SeededPolicyBook book) {
        this.documents = documents;
        this.book = book;
        this.cases = PolicyCases.packed(documents);
    }

    /// One version of a document.
    ///
    /// @param published what was published; empty for the packed version
    record Version(PolicyDocument document, Optional<Published> published) {}

    /// The version of that name, whether or not it is in force.
    Optional<Version> find(String id, String version, PlatformState platform) {
        return platform.published(id, version)
                .map(this::version)
                .or(() -> packed(id).filter(one -> isNamed(one, version)));
    }

    /// The packed version of a document.
    Optional<Version> packed(String id) {
        return documents.document(id).map(document -> new Version(document, Optional.empty()));
    }

    /// The document of a published version.
    Version version(Published published) {
        return new Version(book.document(published), Optional.of(published));
    }

    /// The version that was published last, in force or not; the packed one where none was.
    Optional<Version> last(String id, PlatformState platform) {
        return of(id, platform)
                .reduce((before, after) -> after)
                .map(this::version)
                .or(() -> packed(id));
    }

    /// The cases of a version: the packed ones, and what each version up to it has laid over them.
    CaseSet cases(String id, Optional<Published> upTo, PlatformState platform) {
        List<Published> lineage = new ArrayList<>();
        upTo.ifPresent(
                last -> {
                    of(id, platform).takeWhile(one -> !one.equals(last)).forEach(lineage::add);
                    lineage.add(last);
                });
        CaseSet set = cases.set(id);
        for (Published one : lineage) {
            set = set.with(book.document(one));
        }
        return set;
    }

    private static Stream<Published> of(String id, PlatformState platform) {
        return platform.published().stream().filter(one -> one.id().equals(id));
    }

    private static boolean isNamed(Version one, String version) {
        return one.document().policy().ref().version().equals(version);
    }
}
