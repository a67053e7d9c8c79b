package io.sendgate.wire.language;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// How one way of matching does on a set of labelled replies.
///
/// @param optOuts replies that ask for no more messages
/// @param heard those of them that end messages
/// @param heldOptOuts those of them that only hold marketing
/// @param ordinary replies that ask for something else or for nothing
/// @param wrong those of them that would end messages all the same
/// @param heldOrdinary those of them that would hold marketing
/// @param doubtful replies that may be meant either way
/// @param lost those of them that would change nothing
record ReplyFigures(
        int optOuts,
        int heard,
        int heldOptOuts,
        int ordinary,
        int wrong,
        int heldOrdinary,
        int doubtful,
        int lost) {

    static final String HEADER =
            "method\tlanguage\topt-outs\theard\theld\trecall\tordinary\tfalse\theld\trate\t"
                    + "doubtful\tlost";

    static ReplyFigures of(List<LabelledReply> replies, Function<String, Verdict> matching) {
        int[] counts = new int[8];
        for (LabelledReply reply : replies) {
            Verdict verdict = matching.apply(reply.text());
            if (reply.isOptOut()) {
                counts[0]++;
                counts[1] += verdict == Verdict.OPT_OUT ? 1 : 0;
                counts[2] += verdict == Verdict.HELD ? 1 : 0;
            } else if (reply.isOrdinary()) {
                counts[3]++;
                counts[4] += verdict == Verdict.OPT_OUT ? 1 : 0;
                counts[5] += verdict == Verdict.HELD ? 1 : 0;
            } else {
                counts[6]++;
                counts[7] += verdict == Verdict.IGNORED ? 1 : 0;
            }
        }
        return new ReplyFigures(
                counts[0], counts[1], counts[2], counts[3], counts[4], counts[5], counts[6],
                counts[7]);
    }

    /// The share of opt-outs that end messages, in percent.
    double recall() {
        return percent(heard, optOuts);
    }

    /// The share of ordinary replies that end messages, in percent.
    double falseRate() {
        return percent(wrong, ordinary);
    }

    private static double percent(int some, int all) {
        return all == 0 ? 0 : 100.0 * some / all;
    }

    String line(String method, String language) {
        return String.format(
                Locale.ROOT,
                "%s\t%s\t%d\t%d\t%d\t%.2f%%\t%d\t%d\t%d\t%.2f%%\t%d\t%d",
                method,
                language,
                optOuts,
                heard,
                heldOptOuts,
                recall(),
                ordinary,
                wrong,
                heldOrdinary,
                falseRate(),
                doubtful,
                lost);
    }
}
