package io.sendgate.publishing;

import io.sendgate.consent.Intent;
import io.sendgate.language.IntentClassifier;
import io.sendgate.language.Reading;
import io.sendgate.policy.ReplyKeywords;
import io.sendgate.policy.TextNormalizer;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Which words of a text, sent back as a reply, would be heard as what.
///
/// @param keywords those of the policy
/// @param lists the lists by which replies are understood
record HeardWords(ReplyKeywords keywords, IntentClassifier lists) {

    private static final int MOST_WORDS = 4;

    /// Whether some words of the text, alone, are heard as this.
    boolean names(Intent intent, String text) {
        List<String> words = List.of(TextNormalizer.normalize(text).split(" "));
        return IntStream.range(0, words.size())
                .boxed()
                .flatMap(from -> phrases(words, from))
                .anyMatch(
                        phrase ->
                                keywords.hear(phrase).intent() == intent
                                        || isHeardAs(intent, lists.read(phrase)));
    }

    private static Stream<String> phrases(List<String> words, int from) {
        int longest = Math.min(words.size(), from + MOST_WORDS);
        return IntStream.rangeClosed(from + 1, longest)
                .mapToObj(to -> String.join(" ", words.subList(from, to)));
    }

    private static boolean isHeardAs(Intent intent, Reading reading) {
        return intent == Intent.OPT_OUT
                ? reading.endsMessages()
                : reading.intent() == intent && !reading.isSuspect();
    }
}
