package io.sendgate.publishing;

import io.sendgate.policy.Content;
import io.sendgate.policy.Policy;
import io.sendgate.policy.Rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Whether two rules of one document gainsay each other.
final class RulePairs {

    private final Overlap overlap;
    private final List<Finding> found = new ArrayList<>();

    private RulePairs(Policy policy) {
        this.overlap = new Overlap(policy::classOf);
    }

    static List<Finding> findings(Policy policy) {
        RulePairs pairs = new RulePairs(policy);
        for (int at = 0; at < policy.rules().size(); at++) {
            for (Rule other : policy.rules()) {
                pairs.compare("/rules/" + at, policy.rules().get(at), other);
            }
        }
        return List.copyOf(pairs.found);
    }

    private void compare(String pointer, Rule rule, Rule other) {
        if (rule instanceof Rule.Text must && other instanceof Rule.Text mustNot) {
            texts(pointer, must, mustNot);
        }
        if (rule instanceof Rule.Limit limit && other instanceof Rule.Limit tighter) {
            limits(pointer, limit, tighter);
        }
    }

    private void texts(String pointer, Rule.Text must, Rule.Text mustNot) {
        if (!must.must() || mustNot.must() || !denies(must) || !denies(mustNot)) {
            return;
        }
        Set<String> shared = lists(must.content());
        shared.retainAll(unshielded(mustNot.content()));
        if (!shared.isEmpty() && overlap.of(must.head().when(), mustNot.head().when())) {
            found.add(
                    new Finding(
                            pointer,
                            "asks for a term of "
                                    + String.join(", ", shared)
                                    + ", which the rule "
                                    + mustNot.head().id()
                                    + " bars"));
        }
    }

    private static boolean denies(Rule rule) {
        return rule.head().effect() == Rule.Effect.DENY;
    }

    private static Set<String> lists(Content content) {
        return content instanceof Content.Mentions mentions
                ? mentions.any().stream()
                        .flatMap(one -> one.lists().stream())
                        .collect(Collectors.toCollection(HashSet::new))
                : new HashSet<>();
    }

    /// The lists of which every term bars a message.
    private static Set<String> unshielded(Content content) {
        return content instanceof Content.Mentions mentions
                ? mentions.any().stream()
                        .filter(one -> one.except().isEmpty() && one.with().isEmpty())
                        .flatMap(one -> one.lists().stream())
                        .collect(Collectors.toSet())
                : Set.of();
    }

    private void limits(String pointer, Rule.Limit limit, Rule.Limit tighter) {
        boolean alike =
                limit.key() == tighter.key()
                        && limit.classes().equals(tighter.classes())
                        && limit.origins().equals(tighter.origins())
                        && limit.head().when().equals(tighter.head().when())
                        && tighter.liftedByInbound().isEmpty();
        boolean longer = limit.per().compareTo(tighter.per()) <= 0;
        if (!alike || !longer || limit.head().id().equals(tighter.head().id())) {
            return;
        }
        if (limit.max() > tighter.max()) {
            found.add(
                    new Finding(
                            pointer + "/max",
                            "can never be reached: the rule "
                                    + tighter.head().id()
                                    + " allows fewer, for as long or longer"));
        }
        if (limit.cadence() && !tighter.cadence()) {
            found.add(
                    new Finding(
                            pointer + "/cadence",
                            "lets a recipient ask for more than the rule "
                                    + tighter.head().id()
                                    + " allows"));
        }
    }
}
