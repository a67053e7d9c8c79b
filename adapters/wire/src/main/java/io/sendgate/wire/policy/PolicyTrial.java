package io.sendgate.wire.policy;

import io.sendgate.decision.Decision;
import io.sendgate.decision.Reason;
import io.sendgate.gate.FactsUnavailable;
import io.sendgate.policy.Policy;
import io.sendgate.policy.PolicySet;
import io.sendgate.policy.Rule;
import io.sendgate.publishing.Finding;
import io.sendgate.wire.json.MalformedJson;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A version of a document put to its own cases, before it is published.
public final class PolicyTrial {

    private final SeededPolicyBook book;
    private final Policy policy;
    private final List<PolicyCase> readable = new ArrayList<>();
    private final List<CaseSet.Name> failing = new ArrayList<>();
    private final List<Finding> found = new ArrayList<>();

    private PolicyTrial(SeededPolicyBook book, Policy policy) {
        this.book = book;
        this.policy = policy;
    }

    /// What a trial came to.
    ///
    /// @param failing the cases that do not come to their decision
    /// @param findings everything that keeps the version from being published, each at its place
    public record Result(List<CaseSet.Name> failing, List<Finding> findings) {

        /// Copies the lists, so that a result never changes.
        public Result {
            failing = List.copyOf(failing);
            findings = List.copyOf(findings);
        }
    }

    /// Runs the cases of a version, the other documents as they are packed; and looks for a case
    /// that turns on each of its rules.
    public static Result run(SeededPolicyBook book, Policy policy, CaseSet cases) {
        PolicyTrial trial = new PolicyTrial(book, policy);
        cases.names().forEach(name -> trial.run(cases, name));
        for (int at = 0; at < policy.rules().size(); at++) {
            trial.rule("/rules/" + at, policy.rules().get(at));
        }
        return new Result(trial.failing, trial.found);
    }

    private void run(CaseSet cases, CaseSet.Name name) {
        if (!policy.hasClause(name.clause())) {
            fail(name, "", "proves a clause that the document does not have");
            return;
        }
        try {
            PolicyCase one = cases.read(name);
            List<String> differences = one.differences(one.decide(policies(one)));
            if (!differences.isEmpty()) {
                fail(name, "", String.join("; ", differences));
            }
            readable.add(one);
        } catch (MalformedJson e) {
            fail(name, e.pointer(), e.detail());
        } catch (FactsUnavailable e) {
            fail(name, "", "names a policy that there is not");
        }
    }

    private void fail(CaseSet.Name name, String pointer, String detail) {
        failing.add(name);
        found.add(new Finding(name.pointer() + pointer, detail));
    }

    private PolicySet policies(PolicyCase one) {
        return book.inForce(one.facts().account(), one.at(), policy);
    }

    private void rule(String pointer, Rule rule) {
        Stream<PolicyCase> ofItsClause =
                readable.stream().filter(one -> one.clause().equals(rule.head().clause()));
        boolean proven =
                Stream.concat(ofItsClause, readable.stream())
                        .anyMatch(one -> turnsOn(one, policies(one), policy.ref().id(), rule));
        if (!proven) {
            found.add(new Finding(pointer, "has no case that turns on it"));
        }
    }

    /// Whether a case would come to something else without a rule.
    static boolean turnsOn(PolicyCase one, PolicySet with, String document, Rule rule) {
        return !gist(one.decide(with)).equals(gist(one.decide(without(with, document, rule))));
    }

    private static List<Object> gist(Decision decision) {
        Set<String> reasons =
                decision.reasons().stream().map(PolicyTrial::gist).collect(Collectors.toSet());
        return List.of(decision.outcome(), reasons, decision.advice(), decision.permitEnds());
    }

    private static String gist(Reason reason) {
        return reason.clause().source() + reason.clause().id() + reason.code();
    }

    private static PolicySet without(PolicySet set, String document, Rule rule) {
        return new PolicySet(
                without(set.own(), document, rule),
                without(set.policy(), document, rule),
                set.packs().stream().map(pack -> without(pack, document, rule)).toList(),
                set.mode());
    }

    private static Policy without(Policy policy, String document, Rule rule) {
        return policy.ref().id().equals(document) ? policy.without(rule) : policy;
    }
}
