package io.sendgate.wire.policy;

import io.sendgate.policy.Policy;
import io.sendgate.wire.policy.PolicyView.ClauseView;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// `docs/clauses.md`, made from the documents: every clause, how it is kept, and what proves it.
final class ClausePage {

    static final Path FILE = Path.of("../../docs/clauses.md");

    private static final String HEAD =
            """
            # Every clause, and how it is kept

            Made from the documents under `policies/` by `ClausePage`; a test fails when it is stale.
            Write it anew with `mvn -pl adapters/wire test -Dtest=ClausePageTest -Dclauses.write=true`.

            A clause is enforced by one or more of: `authorization` (a rule at the gate), `capture` (when a consent or
            a note is taken in), `webhook` (when something comes in), `standing` (cases, actions and appeals),
            `rate-limit`, `publishing` (when a policy is published), `evidence` (what is kept to be shown), `report`,
            `advice` (said, never refused), `attestation` (declared by the account), `metadata`.

            """;

    private final PolicyDocuments documents;
    private final PolicyCases cases;

    ClausePage(PolicyDocuments documents) {
        this.documents = documents;
        this.cases = PolicyCases.packed(documents);
    }

    /// Writes the page.
    static void write() throws IOException {
        Files.writeString(FILE, new ClausePage(PolicyDocuments.seeded()).text());
    }

    /// The whole page.
    String text() {
        StringBuilder page = new StringBuilder(HEAD);
        page.append("| | clauses | rules | cases | how they are kept |\n|---|---|---|---|---|\n");
        documents.ids().forEach(id -> page.append(total(view(id))));
        documents.ids().forEach(id -> page.append(section(view(id))));
        return page.toString();
    }

    private PolicyView view(String id) {
        PolicyDocument document = documents.document(id).orElseThrow();
        return PolicyView.of(document, Optional.empty(), clause -> cases.names(id, clause));
    }

    private String total(PolicyView view) {
        Policy policy = documents.document(view.id()).orElseThrow().policy();
        Map<String, Long> mechanisms =
                view.clauses().stream()
                        .flatMap(clause -> clause.enforced().stream())
                        .collect(
                                Collectors.groupingBy(
                                        one -> one, TreeMap::new, Collectors.counting()));
        long proofs = view.clauses().stream().mapToLong(clause -> clause.cases().size()).sum();
        String kept =
                mechanisms.entrySet().stream()
                        .map(one -> one.getKey() + " " + one.getValue())
                        .collect(Collectors.joining(", "));
        return "| [%s](#%s) | %d | %d | %d | %s |\n"
                .formatted(
                        view.id(),
                        view.id(),
                        view.clauses().size(),
                        policy.rules().size(),
                        proofs,
                        kept);
    }

    private static String section(PolicyView view) {
        return "\n## "
                + view.id()
                + "\n\n"
                + view.summary()
                + "\n\n| clause | | enforced | rules | cases |\n|---|---|---|---|---|\n"
                + view.clauses().stream().map(ClausePage::row).collect(Collectors.joining());
    }

    private static String row(ClauseView clause) {
        String said = clause.summary() + clause.note().map(note -> " *" + note + "*").orElse("");
        String source =
                clause.authority()
                        .map(
                                it ->
                                        " (%s; %s, %s)"
                                                .formatted(it.citation(), it.grade(), it.readAt()))
                        .orElse("");
        return "| %s | %s | %s | %s | %s |\n"
                .formatted(
                        clause.id(),
                        cell(said + source),
                        String.join(", ", clause.enforced()),
                        lines(clause.rule()),
                        lines(clause.cases()));
    }

    private static String lines(List<String> names) {
        return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining("<br>"));
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
