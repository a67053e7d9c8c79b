package io.sendgate.decision;

import io.sendgate.account.AccountFacts;
import io.sendgate.message.SendRequest;
import io.sendgate.pace.Line;
import io.sendgate.policy.Policy;
import io.sendgate.policy.PolicySet;
import io.sendgate.policy.Rule;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Judges whether the lines that a message goes over have a place for it.
public final class ThroughputJudge {

    private ThroughputJudge() {}

    static Verdict judge(Rule.Throughput rule, Situation situation) {
        String source = source(rule, situation.document());
        return situation
                .facts()
                .pace()
                .opens(source)
                .filter(situation.at()::isBefore)
                .map(opens -> full(rule, situation, source, opens))
                .orElse(Verdict.CONTENT);
    }

    private static Verdict full(
            Rule.Throughput rule, Situation situation, String source, Instant opens) {
        Map<String, Object> used = new HashMap<>(Map.of(Pace.LINE, source));
        line(rule, situation.document(), situation.facts().account())
                .ifPresent(line -> used.put("messagesPerMinute", line.perMinute()));
        Reason reason = situation.reason(rule.head(), used, new Fix.SendAt(opens));
        return Verdict.fails(
                rule.head().effect() == Rule.Effect.DEFER
                        ? LimitJudge.deferred(reason, opens)
                        : reason);
    }

    /// The lines that a message has to find a place on: its account's own, and shared ones.
    public static List<Line> lines(
            SendRequest request, Facts facts, PolicySet policies, Instant now) {
        Situation situation = Situation.of(request, facts, policies, now);
        return policies.documents()
                .map(situation::before)
                .flatMap(
                        before ->
                                rules(before.document())
                                        .filter(rule -> before.isWithin(rule.head().when()))
                                        .flatMap(
                                                rule ->
                                                        line(
                                                                rule,
                                                                before.document(),
                                                                facts.account())
                                                                .stream()))
                .toList();
    }

    /// Every line that an account's messages go over, whatever they are.
    public static List<Line> lines(AccountFacts account, PolicySet policies) {
        return policies.documents()
                .flatMap(
                        document ->
                                rules(document)
                                        .flatMap(rule -> line(rule, document, account).stream()))
                .toList();
    }

    private static Stream<Rule.Throughput> rules(Policy document) {
        return document.rules().stream()
                .filter(Rule.Throughput.class::isInstance)
                .map(Rule.Throughput.class::cast)
                .filter(rule -> rule.head().effect() != Rule.Effect.ADVISE);
    }

    private static String source(Rule.Throughput rule, Policy document) {
        return rule.messagesPerMinute().isPresent()
                ? document.ref().id() + "/" + rule.head().id()
                : Line.OWN;
    }

    private static Optional<Line> line(
            Rule.Throughput rule, Policy document, AccountFacts account) {
        Optional<Integer> own = account.account().profile().messagesPerMinute();
        return rule.messagesPerMinute()
                .map(perMinute -> Line.shared(source(rule, document), perMinute))
                .or(() -> own.map(rate -> Line.own(account.account().id(), rate)));
    }
}
