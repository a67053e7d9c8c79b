package io.sendgate.publishing;

import io.sendgate.consent.Intent;
import io.sendgate.contact.Term;
import io.sendgate.decision.ReasonCode;
import io.sendgate.policy.Content;
import io.sendgate.policy.Policy;
import io.sendgate.policy.Rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Whether a document's texts do what they are for: its replies, and the lines that tell a
/// recipient how to stop.
final class Wordings {

    /// A line of more words is a clause that stands beside the one with the keyword.
    private static final int LONGEST_COMMAND = 3;

    private final Policy policy;
    private final HeardWords heard;
    private final List<Finding> found = new ArrayList<>();

    private Wordings(Policy policy, HeardWords heard) {
        this.policy = policy;
        this.heard = heard;
    }

    /// What the texts lack.
    ///
    /// @param parts what each kind of reply must hold: a place in braces, or an intent by its term
    static List<Finding> findings(
            Policy policy, Map<String, List<String>> parts, HeardWords heard) {
        Wordings wordings = new Wordings(policy, heard);
        new TreeMap<>(parts).forEach(wordings::reply);
        for (int at = 0; at < policy.rules().size(); at++) {
            if (policy.rules().get(at) instanceof Rule.Text rule && isWayOut(rule)) {
                wordings.wayOut("/rules/" + at, rule);
            }
        }
        return List.copyOf(wordings.found);
    }

    private void reply(String kind, List<String> parts) {
        String text = policy.replies().getOrDefault(kind, "");
        for (String part : parts) {
            boolean there =
                    Term.parse(Intent.class, part)
                            .map(intent -> heard.names(intent, text))
                            .orElseGet(() -> text.contains(part));
            if (!there) {
                found.add(new Finding("/replies/" + kind, lacks(part)));
            }
        }
    }

    private static String lacks(String part) {
        return part.startsWith("{")
                ? "lacks " + part
                : "names no word that is heard as " + part + " when it comes back";
    }

    private static boolean isWayOut(Rule.Text rule) {
        return rule.must() && rule.head().code() == ReasonCode.OPT_OUT_LINE_MISSING;
    }

    private void wayOut(String pointer, Rule.Text rule) {
        if (!(rule.content() instanceof Content.Mentions mentions)) {
            return;
        }
        Set<String> lists = new TreeSet<>();
        mentions.any().forEach(one -> lists.addAll(one.lists()));
        rule.suggestion().ifPresent(line -> suggestion(pointer + "/suggestion", line, lists));
        for (String list : lists) {
            policy.wordLists().terms(list).stream()
                    .filter(line -> line.split(" ").length <= LONGEST_COMMAND)
                    .filter(line -> !heard.names(Intent.OPT_OUT, line))
                    .map(line -> "the line '" + line + "' names no word that is heard as opt-out")
                    .map(detail -> new Finding("/lexicons/" + list, detail))
                    .forEach(found::add);
        }
    }

    private void suggestion(String pointer, String line, Set<String> lists) {
        if (!heard.names(Intent.OPT_OUT, line)) {
            found.add(new Finding(pointer, "names no word that is heard as opt-out"));
        }
        if (lists.stream().noneMatch(list -> policy.wordLists().find(list, line).isPresent())) {
            found.add(new Finding(pointer, "does not itself satisfy the rule"));
        }
    }
}
