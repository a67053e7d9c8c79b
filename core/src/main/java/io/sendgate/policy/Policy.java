package io.sendgate.policy;

import io.sendgate.consent.Coverage;
import io.sendgate.consent.Scope;
import io.sendgate.contact.Channel;
import io.sendgate.decision.ClauseRef;
import io.sendgate.decision.PolicyRef;
import io.sendgate.message.MessageClass;
import io.sendgate.message.Purpose;
import io.sendgate.standing.Ladder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// An acceptable-use policy, or a pack of law or carrier rules, as data.
///
/// @param ref its id, version, digest and status
/// @param lastUpdated the source document's own date
/// @param effectiveAt the first instant at which it is in force; empty for ever
/// @param packs the packs an account gets where it names none
/// @param classes purposes whose class differs from the usual
/// @param optOutScope how much a STOP ends
/// @param conversation what an inbound message counts as consent for, by channel
/// @param keywords reply keywords by intent, as word lists
/// @param replies the texts of replies by kind
/// @param wordLists every word list that rules name
/// @param captureClauses the clause that a refused capture rests on, by its fault: `disclosure`,
///     `paper`, `source`, `evidence`; where there is none, Sendgate's own clause is cited
/// @param ladder what may be done about a breach, and how one may appeal
/// @param findings the clause that a finding rests on, by its kind: `manual`, `complaint`,
///     `opt-out-rate`, `complaint-rate`, `no-consent`, `shared-identity`
public record Policy(
        PolicyRef ref,
        Optional<LocalDate> lastUpdated,
        String summary,
        Optional<Instant> effectiveAt,
        List<String> packs,
        Map<Purpose, MessageClass> classes,
        Scope optOutScope,
        Map<Channel, List<Coverage>> conversation,
        Map<String, Set<String>> keywords,
        Map<String, String> replies,
        WordLists wordLists,
        Map<String, String> captureClauses,
        List<Clause> clauses,
        List<Rule> rules,
        Ladder ladder,
        Map<String, String> findings) {

    /// Copies the collections, so that a policy never changes.
    public Policy {
        packs = List.copyOf(packs);
        classes = Map.copyOf(classes);
        conversation = Map.copyOf(conversation);
        keywords = Map.copyOf(keywords);
        replies = Map.copyOf(replies);
        captureClauses = Map.copyOf(captureClauses);
        clauses = List.copyOf(clauses);
        rules = List.copyOf(rules);
        findings = Map.copyOf(findings);
    }

    /// This policy with one rule fewer: to see what turns on it.
    public Policy without(Rule rule) {
        return new Policy(
                ref,
                lastUpdated,
                summary,
                effectiveAt,
                packs,
                classes,
                optOutScope,
                conversation,
                keywords,
                replies,
                wordLists,
                captureClauses,
                clauses,
                rules.stream().filter(one -> !one.equals(rule)).toList(),
                ladder,
                findings);
    }

    /// The class a purpose has under this policy.
    public MessageClass classOf(Purpose purpose) {
        return classes.getOrDefault(purpose, purpose.usualClass());
    }

    /// Whether the document has a clause of this id.
    public boolean hasClause(String id) {
        return clauses.stream().anyMatch(clause -> clause.id().equals(id));
    }

    /// The clause of this id, as a reason cites it.
    ///
    /// @throws IllegalArgumentException where the document has no such clause
    public ClauseRef clause(String id) {
        return clauses.stream()
                .filter(clause -> clause.id().equals(id))
                .findFirst()
                .map(
                        found ->
                                new ClauseRef(
                                        ref.id(),
                                        ref.version(),
                                        id,
                                        found.summary(),
                                        found.authority()))
                .orElseThrow(() -> new IllegalArgumentException(ref.id() + " has no clause " + id));
    }
}
