package io.sendgate.wire.language;

import io.sendgate.language.IntentClassifier;
import io.sendgate.language.Reading;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The command that measures the language lists on the corpus of `bench/replies`.
///
/// Its arguments: the folder, and `misses` for a list of what was missed in the part that rules may
/// be written by; what is held back is only counted.
final class ReplyBench {

    private static final Set<String> KEYWORDS =
            Set.of("stop", "stopall", "unsubscribe", "cancel", "end", "quit", "revoke", "optout");

    private final PrintStream out;
    private final IntentClassifier classifier = LanguageLists.packed();

    private ReplyBench(PrintStream out) {
        this.out = out;
    }

    /// Prints the measurements.
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        ReplyBench bench = new ReplyBench(System.out);
        List<LabelledReply> authoring = LabelledReply.of(folder.resolve("authoring.tsv"));
        bench.print("authoring", authoring);
        bench.print("held-back", LabelledReply.of(folder.resolve("held-back.tsv")));
        if (arguments.length > 1) {
            authoring.forEach(bench::printMiss);
        }
    }

    private void print(String part, List<LabelledReply> replies) {
        out.println(part + ": " + replies.size() + " replies");
        out.println("method\tlanguage\topt-outs\theard\theld\trecall\tordinary\tfalse\theld\trate");
        TreeMap<String, List<LabelledReply>> byLanguage =
                new TreeMap<>(
                        replies.stream().collect(Collectors.groupingBy(LabelledReply::language)));
        byLanguage.put("all", replies);
        byLanguage.forEach((language, some) -> print("sendgate", language, some, this::ends));
        print("whole-keyword", "all", replies, ReplyBench::isKeyword);
        print("contains-word", "all", replies, ReplyBench::containsKeyword);
        printTime(replies);
    }

    private void print(
            String method, String language, List<LabelledReply> some, Predicate<String> ends) {
        List<LabelledReply> optOuts = some.stream().filter(LabelledReply::isOptOut).toList();
        List<LabelledReply> others = some.stream().filter(one -> !one.isOptOut()).toList();
        long heard = optOuts.stream().filter(one -> ends.test(one.text())).count();
        long wrong = others.stream().filter(one -> ends.test(one.text())).count();
        boolean mine = method.equals("sendgate");
        out.printf(
                Locale.ROOT,
                "%s\t%s\t%d\t%d\t%d\t%.2f%%\t%d\t%d\t%d\t%.2f%%%n",
                method,
                language,
                optOuts.size(),
                heard,
                mine ? held(optOuts) : 0,
                percent(heard, optOuts.size()),
                others.size(),
                wrong,
                mine ? held(others) : 0,
                percent(wrong, others.size()));
    }

    private static double percent(long some, int all) {
        return all == 0 ? 0 : 100.0 * some / all;
    }

    private boolean ends(String text) {
        return classifier.read(text).endsMessages();
    }

    private long held(List<LabelledReply> some) {
        return some.stream().filter(one -> classifier.read(one.text()).isSuspect()).count();
    }

    /// As Twilio describes its default handling: the whole message, one word, in any case.
    private static boolean isKeyword(String text) {
        return KEYWORDS.contains(text.strip().toLowerCase(Locale.ROOT));
    }

    /// As Klaviyo describes its default handling: the keyword anywhere in the message.
    private static boolean containsKeyword(String text) {
        for (String word : text.toLowerCase(Locale.ROOT).split("[^a-z]+")) {
            if (KEYWORDS.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private void printTime(List<LabelledReply> replies) {
        long begun = System.nanoTime();
        replies.forEach(one -> classifier.read(one.text()));
        long each = (System.nanoTime() - begun) / replies.size() / 1000;
        out.println("microseconds a reply: " + each);
    }

    private void printMiss(LabelledReply one) {
        Reading reading = classifier.read(one.text());
        boolean right = one.isOptOut() == reading.endsMessages();
        boolean exact = one.label().equals(reading.intent().term());
        if (!right || !exact && !one.label().equals("ordinary") && !one.isOptOut()) {
            out.println(
                    String.join(
                            "\t",
                            one.language(),
                            one.label(),
                            reading.intent().term(),
                            reading.confidence().term(),
                            reading.rule().orElse("-"),
                            reading.span().orElse("-"),
                            one.text().replace("\n", "\\n")));
        }
    }
}
