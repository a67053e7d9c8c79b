package io.sendgate.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sendgate.policy.PolicySet;
import io.sendgate.policy.Rule;
import io.sendgate.wire.json.SendgateJson;
import io.sendgate.wire.policy.PolicyCase;
import io.sendgate.wire.policy.PolicyCases;
import io.sendgate.wire.policy.PolicyDocuments;
import io.sendgate.wire.policy.SeededPolicyBook;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The command that measures the word lists and their rules on the corpus of `bench/content`.
///
/// Its arguments: the folder, and `misses` for a list of what was judged wrongly in the part that
/// lists may be written by; what is held back is only counted.
public final class ContentBench {

    private static final List<String> POLICIES =
            List.of("backbone", "crm-text", "sipstack", "customerflows");
    private static final PolicyDocuments DOCUMENTS = PolicyDocuments.seeded();

    private final PrintStream out;
    private final PolicyCases cases = PolicyCases.packed(DOCUMENTS);
    private final SeededPolicyBook book = new SeededPolicyBook(DOCUMENTS);

    private ContentBench(PrintStream out) {
        this.out = out;
    }

    /// Prints the measurements.
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        ContentBench bench = new ContentBench(System.out);
        for (String policy : POLICIES) {
            List<JudgedMessage> authoring =
                    bench.judge(LabelledMessage.of(folder.resolve("authoring.tsv")), policy);
            bench.print(policy, "authoring", authoring);
            bench.print(
                    policy,
                    "held-back",
                    bench.judge(LabelledMessage.of(folder.resolve("held-back.tsv")), policy));
            if (arguments.length > 1) {
                bench.printMisses(policy, authoring);
            }
        }
    }

    private List<JudgedMessage> judge(List<LabelledMessage> messages, String policy) {
        return messages.stream()
                .filter(message -> isKnown(message, policy))
                .map(message -> judge(message, policy))
                .toList();
    }

    /// Whether the policy, or a pack that comes with it, has a rule for such a message.
    private boolean isKnown(LabelledMessage message, String policy) {
        return message.isOrdinary()
                || policies(read(message, policy))
                        .documents()
                        .flatMap(document -> document.rules().stream())
                        .anyMatch(rule -> readsBodyFor(message.label(), rule));
    }

    private static boolean readsBodyFor(String label, Rule rule) {
        return rule instanceof Rule.Text text
                && text.places().contains(Rule.Place.BODY)
                && JudgedMessage.wanted(label).contains(text.head().code());
    }

    private JudgedMessage judge(LabelledMessage message, String policy) {
        PolicyCase one = read(message, policy);
        return JudgedMessage.of(message, one.decide(policies(one)));
    }

    private PolicySet policies(PolicyCase one) {
        return book.inForce(one.facts().account(), one.at());
    }

    /// The message as a case: sent with consent, at noon, by a business of that name alone.
    private PolicyCase read(LabelledMessage message, String policy) {
        Map<String, Object> account =
                Map.of(
                        "businessName",
                        message.business(),
                        "brands",
                        List.of(),
                        "packs",
                        packs(policy));
        Map<String, Object> consent =
                Map.of(
                        "purposes",
                        List.of("marketing", "transactional", "conversational"),
                        "tier",
                        "express-written");
        Map<String, Object> tree =
                Map.of(
                        "given",
                        Map.of("account", account, "recipient", recipient(consent)),
                        "request",
                        Map.of(
                                "purpose", message.purpose(),
                                "origin", message.origin(),
                                "conversation", "conv",
                                "body", message.text()),
                        "expect",
                        Map.of("decision", "allow", "codes", List.of()));
        return cases.read(policy, "bench", "bench", SendgateJson.write(tree).getBytes(UTF_8));
    }

    /// Somebody who consented and heard from the chatbot an hour ago.
    private static Map<String, Object> recipient(Map<String, Object> consent) {
        Map<String, Object> answered =
                Map.of("at", "2026-11-18T17:00:00Z", "purpose", "service", "origin", "chatbot");
        return Map.of(
                "consents", List.of(consent),
                "grants", List.of(answered));
    }

    private static List<String> packs(String policy) {
        return DOCUMENTS.document(policy).orElseThrow().policy().packs();
    }

    private void print(String policy, String part, List<JudgedMessage> messages) {
        out.println(policy + ", " + part + ": " + messages.size() + " messages");
        out.println("category\tmessages\tnamed\trecall\trefused\tdenied");
        Map<String, List<JudgedMessage>> byLabel =
                new TreeMap<>(
                        messages.stream()
                                .filter(one -> !one.message().isOrdinary())
                                .collect(Collectors.groupingBy(one -> one.message().label())));
        byLabel.forEach(this::printCategory);
        List<JudgedMessage> violations =
                messages.stream().filter(one -> !one.message().isOrdinary()).toList();
        printCategory("all", violations);
        List<JudgedMessage> ordinary =
                messages.stream().filter(one -> one.message().isOrdinary()).toList();
        long refused = ordinary.stream().filter(JudgedMessage::isRefused).count();
        long denied = ordinary.stream().filter(JudgedMessage::isDenied).count();
        long caught = violations.stream().filter(JudgedMessage::isRefused).count();
        out.printf(
                Locale.ROOT,
                "ordinary\t%d\tfalsely refused %d (%.2f%%), of them denied %d; precision"
                        + " %.2f%%%n%n",
                ordinary.size(),
                refused,
                percent(refused, ordinary.size()),
                denied,
                percent(caught, caught + refused));
    }

    private void printCategory(String label, List<JudgedMessage> messages) {
        long right = messages.stream().filter(JudgedMessage::isRight).count();
        out.printf(
                Locale.ROOT,
                "%s\t%d\t%d\t%.1f%%\t%d\t%d%n",
                label,
                messages.size(),
                right,
                percent(right, messages.size()),
                messages.stream().filter(JudgedMessage::isRefused).count(),
                messages.stream().filter(JudgedMessage::isDenied).count());
    }

    private static double percent(long some, long all) {
        return all == 0 ? 0 : 100.0 * some / all;
    }

    private void printMisses(String policy, List<JudgedMessage> messages) {
        for (JudgedMessage one : messages) {
            boolean wrong = one.message().isOrdinary() ? one.isRefused() : !one.isRight();
            if (wrong) {
                out.println(
                        String.join(
                                "\t",
                                "miss",
                                policy,
                                one.message().label(),
                                one.message().purpose(),
                                one.because().orElse("-"),
                                one.message().text()));
            }
        }
    }
}
