package io.sendgate.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sendgate.decision.Authorizer;
import io.sendgate.decision.Decision;
import io.sendgate.policy.PolicySet;
import io.sendgate.wire.json.SendgateJson;
import io.sendgate.wire.policy.PolicyCase;
import io.sendgate.wire.policy.PolicyCases;
import io.sendgate.wire.policy.PolicyDocuments;
import io.sendgate.wire.policy.SeededPolicyBook;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// What the pure decision costs, warm, with every pack of the policy's own on.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class DecisionBench {

    private static final String MARKETING =
            "Ada Plumbing: 20% off drain cleaning this week. Reply STOP to unsubscribe";

    /// The account's policy.
    @Param({"customerflows", "backbone"})
    public String policy = "customerflows";

    /// What the message is for.
    @Param({"marketing", "appointment-reminder"})
    public String purpose = "marketing";

    private PolicyCase request = read(policy, purpose);
    private PolicySet policies = inForce(request);

    /// Reads the request and the documents anew for these parameters.
    @Setup
    public void read() {
        request = read(policy, purpose);
        policies = inForce(request);
    }

    /// One decision.
    @Benchmark
    public Decision decision() {
        return Authorizer.decide(request.request(), request.facts(), policies, request.at());
    }

    private static PolicySet inForce(PolicyCase one) {
        return new SeededPolicyBook(PolicyDocuments.seeded())
                .inForce(one.facts().account(), one.at());
    }

    private static PolicyCase read(String policy, String purpose) {
        PolicyDocuments documents = PolicyDocuments.seeded();
        List<String> packs = documents.document(policy).orElseThrow().policy().packs();
        Map<String, Object> consent =
                Map.of(
                        "purposes",
                        List.of("marketing", "transactional"),
                        "tier",
                        "express-written");
        Map<String, Object> tree =
                Map.of(
                        "given",
                        Map.of(
                                "account", Map.of("packs", packs),
                                "recipient", Map.of("consents", List.of(consent))),
                        "request",
                        Map.of("purpose", purpose, "body", MARKETING),
                        "expect",
                        Map.of("decision", "allow", "codes", List.of()));
        return PolicyCases.packed(documents)
                .read(policy, "bench", "bench", SendgateJson.write(tree).getBytes(UTF_8));
    }
}
