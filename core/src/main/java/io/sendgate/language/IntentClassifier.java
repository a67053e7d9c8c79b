package io.sendgate.language;

import io.sendgate.consent.Intent;
import io.sendgate.policy.TextNormalizer;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Understands what a message asks for, by the lists of several languages.
///
/// It is biased to honour: what any list takes for an opt-out is one, and what only may be one is
/// doubtful rather than ordinary. Pure, and linear in the message.
public final class IntentClassifier {

    /// Understands nothing: every message is ordinary.
    public static final IntentClassifier NONE = new IntentClassifier(List.of());

    private static final List<Intent> ORDER =
            List.of(
                    Intent.WRONG_NUMBER,
                    Intent.OPT_OUT,
                    Intent.SCOPED_OPT_OUT,
                    Intent.EMERGENCY,
                    Intent.BUSINESS_CANCEL,
                    Intent.HELP,
                    Intent.OPT_IN,
                    Intent.CONFIRM,
                    Intent.NONE);

    private static final Comparator<Reading> FIRST =
            Comparator.comparing(
                            (Reading reading) ->
                                    reading.intent() == Intent.NONE && !reading.isSuspect())
                    .thenComparing(Reading::isSuspect)
                    .thenComparing(reading -> ORDER.indexOf(reading.intent()))
                    .thenComparing(Reading::confidence);

    private final List<LanguageReader> readers;
    private final Map<String, LanguageList> lists;
    private final OwnWords own;

    /// A classifier by these lists; where two say the same, the earlier one names the language.
    ///
    /// @throws IllegalArgumentException where a rule's pattern is none
    public IntentClassifier(List<LanguageList> lists) {
        Map<String, Set<String>> known =
                lists.stream()
                        .collect(Collectors.toMap(LanguageList::language, IntentClassifier::spelt));
        this.readers =
                lists.stream().map(list -> new LanguageReader(list, others(list, known))).toList();
        this.lists = lists.stream().collect(Collectors.toMap(LanguageList::language, list -> list));
        this.own = new OwnWords(lists);
    }

    private static Set<String> spelt(LanguageList list) {
        Set<String> words = new HashSet<>(LanguageReader.known(list));
        words.addAll(list.realWords());
        return words;
    }

    private static Set<String> others(LanguageList list, Map<String, Set<String>> known) {
        Set<String> others = new HashSet<>();
        known.forEach(
                (language, words) -> {
                    if (!language.equals(list.language())) {
                        others.addAll(words);
                    }
                });
        return others;
    }

    /// What a message asks for.
    public Reading read(String message) {
        String written = own.of(message);
        List<Tokens> forms =
                TextNormalizer.forms(written).stream()
                        .map(form -> Tokens.of(form, written))
                        .toList();
        Reading read =
                forms.stream()
                        .flatMap(tokens -> readers.stream().map(reader -> reader.read(tokens)))
                        .min(FIRST)
                        .orElse(Reading.ORDINARY);
        boolean mute =
                read.equals(Reading.ORDINARY)
                        && readers.stream().anyMatch(one -> one.saysNothing(forms.getFirst()));
        return mute ? sign(written) : read;
    }

    /// Whether the words that made an opt-out may have been meant for a booking: a bare `cancel`.
    public boolean mayCancelBooking(Reading reading) {
        List<String> said = reading.span().map(Tokens::wordsOf).orElse(List.of());
        return lists.values().stream()
                .flatMap(list -> list.bookingWords().stream())
                .anyMatch(said::contains);
    }

    private Reading sign(String written) {
        return lists.values().stream()
                .filter(list -> list.signs().stream().anyMatch(written::contains))
                .findFirst()
                .map(
                        list ->
                                new Reading(
                                        Intent.OPT_OUT,
                                        Confidence.PROBABLE,
                                        Optional.of(written),
                                        Optional.of("sign"),
                                        Optional.of(list.ref()),
                                        Optional.of(list.language())))
                .orElse(Reading.ORDINARY);
    }

    /// The reply of a kind in a language, where a list has one.
    public Optional<String> reply(String language, String kind) {
        return Optional.ofNullable(lists.get(language))
                .flatMap(list -> Optional.ofNullable(list.replies().get(kind)));
    }
}
