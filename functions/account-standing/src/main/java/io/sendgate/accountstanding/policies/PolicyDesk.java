package io.sendgate.accountstanding.policies;

import com.fasterxml.jackson.databind.JsonNode;

import io.sendgate.account.PlatformState;
import io.sendgate.policy.Policy;
import io.sendgate.publishing.Contradictions;
import io.sendgate.publishing.Finding;
import io.sendgate.publishing.Promises;
import io.sendgate.publishing.Publication;
import io.sendgate.publishing.PublicationChecks;
import io.sendgate.rest.problem.Problem;
import io.sendgate.rest.problem.ProblemException;
import io.sendgate.rest.problem.ProblemType;
import io.sendgate.rest.problem.Violation;
import io.sendgate.rest.schema.Json;
import io.sendgate.wire.policy.CaseSet;
import io.sendgate.wire.policy.InvalidPolicy;
import io.sendgate.wire.policy.MisshapenPolicy;
import io.sendgate.wire.policy.PolicyDocument;
import io.sendgate.wire.policy.PolicyDocuments;
import io.sendgate.wire.policy.PolicyTrial;
import io.sendgate.wire.policy.SeededPolicyBook;

import jakarta.inject.Singleton;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Where a document is looked at before it is published, or replayed under.
@Singleton
public class PolicyDesk {

    private static final int MOST_ERRORS = 100;

    private final PolicyDocuments documents;
    private final SeededPolicyBook book;
    private final PolicyVersions versions;

    /// Over the packed documents and the published ones.
    public PolicyDesk(PolicyDocuments documents, SeededPolicyBook book, PolicyVersions versions) {
        this.documents = documents;
        this.book = book;
        this.versions = versions;
    }

    /// The document that bytes spell.
    ///
    /// @throws ProblemException 400 where it is none; 422 where its parts do not fit together, or
    ///     it would take the place of Sendgate's own rules
    PolicyDocument read(byte[] bytes) {
        return read(bytes, "");
    }

    /// @param place where the document stands in the body, a JSON Pointer
    private PolicyDocument read(byte[] bytes, String place) {
        try {
            PolicyDocument document = documents.parseDocument(bytes, documents::lexicon);
            if (document.policy().ref().id().equals(own().policy().ref().id())) {
                throw unfit(place + "/id", "comes with a release, not by publishing");
            }
            return document;
        } catch (MisshapenPolicy e) {
            throw Problem.invalidBody(violations(faults(e, place))).toException();
        } catch (InvalidPolicy e) {
            throw refused(faults(e, place)).toException();
        }
    }

    private PolicyDocument own() {
        return documents.ownDocument();
    }

    private static List<Finding> faults(InvalidPolicy invalid, String place) {
        return invalid.faults().stream()
                .map(fault -> new Finding(place + fault.pointer(), fault.detail()))
                .toList();
    }

    /// Requires that a version may be published now.
    ///
    /// @throws ProblemException 409 for the version that is packed; 422 with everything that keeps
    ///     it from being published, the failing cases by name among it
    void check(PolicyDocument document, PlatformState platform, Instant now) {
        Policy policy = document.policy();
        String id = policy.ref().id();
        requireNew(policy);
        Publication publication =
                new Publication(
                        policy,
                        document.isMaterial(),
                        now,
                        last(id, platform).flatMap(Policy::lastUpdated),
                        promises(id, platform, now));
        PolicyTrial.Result trial = PolicyTrial.run(book, policy, cases(document, platform));
        List<Finding> found =
                Stream.of(
                                PublicationChecks.findings(publication),
                                contradictions(policy, platform, publication.effectiveAt()),
                                trial.findings())
                        .flatMap(List::stream)
                        .toList();
        if (!found.isEmpty()) {
            throw refused(found)
                    .with("cases", trial.failing().stream().map(Object::toString).toList())
                    .toException();
        }
    }

    private void requireNew(Policy policy) {
        Optional<Policy> packed =
                versions.packed(policy.ref().id()).map(one -> one.document().policy());
        if (packed.filter(one -> one.ref().version().equals(policy.ref().version())).isPresent()) {
            throw Problem.of(ProblemType.CONFLICT)
                    .at(List.of(new Violation("/version", "is the one that came with the suite")))
                    .toException();
        }
    }

    private Optional<Policy> last(String id, PlatformState platform) {
        return versions.last(id, platform).map(one -> one.document().policy());
    }

    private Promises promises(String id, PlatformState platform, Instant now) {
        return book.document(id, platform, now).map(PolicyDocument::promises).orElse(Promises.NONE);
    }

    private CaseSet cases(PolicyDocument document, PlatformState platform) {
        String id = document.policy().ref().id();
        return versions.cases(
                        id,
                        versions.last(id, platform).flatMap(PolicyVersions.Version::published),
                        platform)
                .with(document);
    }

    private List<Finding> contradictions(Policy policy, PlatformState platform, Instant at) {
        return new Contradictions(own().replyParts(), book.replies())
                .findings(policy, book.around(policy, platform, at));
    }

    /// The version of a document that a replay decides under.
    ///
    /// @param wanted its name, or a whole document of that id
    /// @throws ProblemException 404 where there is no such document; 422 where there is no such
    ///     version, or it is of another document
    Policy candidate(String id, JsonNode wanted, PlatformState platform) {
        if (versions.last(id, platform).isEmpty()) {
            throw Problem.NOT_FOUND.toException();
        }
        if (wanted.isTextual()) {
            return versions.find(id, wanted.textValue(), platform)
                    .map(found -> found.document().policy())
                    .orElseThrow(() -> unfit("/candidate", "is no version of it"));
        }
        Policy policy = read(Json.bytes(wanted), "/candidate").policy();
        if (!policy.ref().id().equals(id)) {
            throw unfit("/candidate/id", "is another document's");
        }
        return policy;
    }

    private static ProblemException unfit(String pointer, String detail) {
        return Problem.of(ProblemType.REFUSED)
                .at(List.of(new Violation(pointer, detail)))
                .toException();
    }

    private static Problem refused(List<Finding> found) {
        return Problem.of(ProblemType.REFUSED)
                .because(found.size() + " things keep it from being published")
                .at(violations(found));
    }

    private static List<Violation> violations(List<Finding> found) {
        return found.stream()
                .limit(MOST_ERRORS)
                .map(one -> new Violation(one.pointer(), one.detail()))
                .toList();
    }
}
