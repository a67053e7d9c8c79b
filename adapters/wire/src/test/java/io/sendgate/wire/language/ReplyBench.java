package io.sendgate.wire.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.sendgate.language.IntentClassifier;
import io.sendgate.language.Reading;

import org.junit.jupiter.api.Test;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Prints how well replies are understood, on both parts of the corpus, by language, beside two
/// vendors' keyword matching. Run by name; the default build runs [ReplyFloorTest].
///
/// `-Dreplies.misses=true` lists what was missed in the part that rules may be written by; what is
/// held back is only counted.
class ReplyBench {

    private static final int ROUNDS = 5;

    private final PrintStream out = System.out;
    private final IntentClassifier classifier = LanguageLists.packed();

    @Test
    void printsTheFiguresOfBothParts() {
        List<LabelledReply> authoring = LabelledReply.of("authoring");
        List<LabelledReply> heldBack = LabelledReply.of("held-back");
        print("authoring", authoring);
        print("held-back", heldBack);
        out.printf(Locale.ROOT, "microseconds a reply: %.1f%n", microseconds(authoring));
        if (Boolean.getBoolean("replies.misses")) {
            authoring.stream().filter(this::isMissed).forEach(one -> out.println(told(one)));
        }
        assertThat(authoring.size() + heldBack.size()).isGreaterThanOrEqualTo(3_000);
    }

    private void print(String part, List<LabelledReply> replies) {
        out.println(part + ": " + replies.size() + " replies");
        out.println(ReplyFigures.HEADER);
        TreeMap<String, List<LabelledReply>> byLanguage =
                new TreeMap<>(
                        replies.stream().collect(Collectors.groupingBy(LabelledReply::language)));
        List<LabelledReply> english =
                replies.stream().filter(one -> one.language().equals("en")).toList();
        byLanguage.put("all", replies);
        byLanguage.forEach((language, some) -> print("sendgate", language, some, this::verdict));
        for (KeywordMatching baseline : KeywordMatching.values()) {
            String name = baseline.name().toLowerCase(Locale.ROOT).replace('_', '-');
            print(name, "all", replies, baseline::of);
            print(name, "en", english, baseline::of);
        }
    }

    private void print(
            String method,
            String language,
            List<LabelledReply> replies,
            Function<String, Verdict> matching) {
        out.println(ReplyFigures.of(replies, matching).line(method, language));
    }

    private Verdict verdict(String message) {
        return Verdict.of(classifier.read(message));
    }

    /// The processor time of the fastest of some rounds, so that neither the warming up nor what
    /// else the machine does is timed.
    private double microseconds(List<LabelledReply> replies) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long fastest = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long begun = threads.getCurrentThreadCpuTime();
            replies.forEach(one -> classifier.read(one.text()));
            fastest = Math.min(fastest, threads.getCurrentThreadCpuTime() - begun);
        }
        return fastest / 1_000.0 / replies.size();
    }

    private boolean isMissed(LabelledReply one) {
        Reading reading = classifier.read(one.text());
        boolean exact = one.label().equals(reading.intent().term());
        return one.isDoubtful()
                ? !reading.isSuspect()
                : one.isOptOut() != reading.endsMessages()
                        || !exact && !one.label().equals("ordinary") && !one.isOptOut();
    }

    private String told(LabelledReply one) {
        Reading reading = classifier.read(one.text());
        return String.join(
                "\t",
                one.language(),
                one.label(),
                reading.intent().term(),
                reading.confidence().term(),
                reading.rule().orElse("-"),
                reading.span().orElse("-"),
                one.text().replace("\n", "\\n"));
    }
}
