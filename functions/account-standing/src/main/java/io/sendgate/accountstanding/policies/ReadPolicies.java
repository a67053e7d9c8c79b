package io.sendgate.accountstanding.policies;

import io.sendgate.gate.PolicyBook;
import io.sendgate.wire.policy.PolicyCases;
import io.sendgate.wire.policy.PolicyDocument;
import io.sendgate.wire.policy.PolicyDocuments;
import io.sendgate.wire.policy.PolicyView;

import jakarta.inject.Singleton;

import java.util.List;
import java.util.Optional;

/// Shows the policies in force, every clause with what keeps it and what proves it.
@Singleton
public class ReadPolicies {

    private final PolicyDocuments documents;
    private final PolicyBook book;
    private final PolicyCases cases;

    /// The use case over the documents.
    public ReadPolicies(PolicyDocuments documents, PolicyBook book) {
        this.documents = documents;
        this.book = book;
        this.cases = PolicyCases.packed(documents);
    }

    /// The policies an account can be under, ascending by id.
    public List<PolicyView.Line> list() {
        return book.ids().stream()
                .sorted()
                .flatMap(id -> documents.document(id).stream())
                .map(PolicyDocument::policy)
                .map(PolicyView.Line::of)
                .toList();
    }

    /// A policy, a pack, or Sendgate's own rules.
    public Optional<PolicyView> find(String id) {
        return documents
                .document(id)
                .map(document -> PolicyView.of(document, clause -> cases.names(id, clause)));
    }
}
