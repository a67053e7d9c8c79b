package io.sendgate.wire.policy;

import com.fasterxml.jackson.databind.JsonNode;

import io.sendgate.policy.Clause;
import io.sendgate.policy.Policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// A policy as `GET /policies/{id}` shows it.
///
/// @param status `enforced` or `draft`
/// @param lastUpdated the source document's own date
/// @param effectiveAt empty for a version in force from the beginning of time
/// @param packs the packs an account gets where it names none
public record PolicyView(
        String id,
        String version,
        String digest,
        String status,
        Optional<LocalDate> lastUpdated,
        Optional<Instant> effectiveAt,
        String summary,
        List<String> packs,
        List<ClauseView> clauses) {

    private static final Set<String> NOT_PARAMETERS = Set.of("id", "clause");

    /// A clause, how it is kept, and what proves that.
    ///
    /// @param enforced one or more mechanisms, or `not-yet`
    /// @param note how a clause without a rule is kept, and what of it is not kept yet
    /// @param authority for a clause of law, where it can be read
    /// @param rule the ids of its rules
    /// @param parameters its rules as the document has them, by id
    /// @param cases the names of the cases that prove it
    public record ClauseView(
            String id,
            String summary,
            List<String> enforced,
            Optional<String> note,
            Optional<AuthorityView> authority,
            List<String> rule,
            Map<String, Map<String, JsonNode>> parameters,
            List<String> cases) {

        /// Copies the collections, so that a view never changes.
        public ClauseView {
            enforced = List.copyOf(enforced);
            rule = List.copyOf(rule);
            cases = List.copyOf(cases);
        }
    }

    /// Where a clause of law can be read.
    ///
    /// @param grade `P` primary text, `Q` quoted, `S` secondary, `U` unverified
    public record AuthorityView(String citation, LocalDate readAt, String grade) {}

    /// A policy in the list that `GET /policies` answers.
    public record Line(String id, String version, String digest, String status, String summary) {

        /// The line of a policy.
        public static Line of(Policy policy) {
            return new Line(
                    policy.ref().id(),
                    policy.ref().version(),
                    policy.ref().digest(),
                    policy.ref().status(),
                    policy.summary());
        }
    }

    /// Copies the lists, so that a view never changes.
    public PolicyView {
        packs = List.copyOf(packs);
        clauses = List.copyOf(clauses);
    }

    /// The view of a document.
    ///
    /// @param effectiveAt empty for a version in force from the beginning of time
    /// @param cases the names of a clause's cases, by its id
    public static PolicyView of(
            PolicyDocument document,
            Optional<Instant> effectiveAt,
            Function<String, List<String>> cases) {
        Policy policy = document.policy();
        List<Members> rules = new Members(document.tree()).objects("rules");
        return new PolicyView(
                policy.ref().id(),
                policy.ref().version(),
                policy.ref().digest(),
                policy.ref().status(),
                policy.lastUpdated(),
                effectiveAt,
                policy.summary(),
                policy.packs(),
                policy.clauses().stream()
                        .map(clause -> view(clause, rules, cases.apply(clause.id())))
                        .toList());
    }

    private static ClauseView view(Clause clause, List<Members> all, List<String> cases) {
        Map<String, Map<String, JsonNode>> parameters = new LinkedHashMap<>();
        all.stream()
                .filter(rule -> keeps(rule, clause.id()))
                .forEach(rule -> parameters.put(rule.text("id"), parameters(rule)));
        return new ClauseView(
                clause.id(),
                clause.summary(),
                clause.enforced(),
                clause.note(),
                clause.authority()
                        .map(it -> new AuthorityView(it.citation(), it.readAt(), it.grade())),
                List.copyOf(parameters.keySet()),
                parameters,
                cases);
    }

    private static boolean keeps(Members rule, String clause) {
        return rule.text("clause").equals(clause) || rule.text("exceptionClause").equals(clause);
    }

    private static Map<String, JsonNode> parameters(Members rule) {
        Map<String, JsonNode> parameters = rule.each(Function.identity());
        parameters.keySet().removeAll(NOT_PARAMETERS);
        return parameters;
    }
}
