package io.sendgate.language;

import io.sendgate.consent.Intent;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds which phrase rule of a list a message meets, after the shields have had their say.
final class PhraseFinder {

    /// A keyword is there, and nothing knew its sense.
    static final PhraseRule OTHER_SENSE =
            new PhraseRule("keyword-in-another-sense", Intent.NONE, Confidence.DOUBTFUL, List.of());

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

    private static final Comparator<Hit> SUREST =
            Comparator.<Hit, Boolean>comparing(hit -> hit.rule.confidence() == Confidence.DOUBTFUL)
                    .thenComparing(hit -> ORDER.indexOf(hit.rule.intent()))
                    .thenComparing(hit -> hit.rule.confidence())
                    .thenComparing(hit -> hit.first);

    private final Map<String, List<Compiled>> byFirstWord = new HashMap<>();
    private final Set<String> words = new HashSet<>();

    /// @throws IllegalArgumentException where a rule's pattern is none
    PhraseFinder(LanguageList list) {
        for (PhraseRule rule : list.rules()) {
            for (String notation : rule.patterns()) {
                TokenPattern pattern = TokenPattern.of(notation, list.classes());
                words.addAll(pattern.words());
                Compiled compiled = new Compiled(rule, pattern);
                pattern.firstWords()
                        .forEach(
                                word ->
                                        byFirstWord
                                                .computeIfAbsent(word, k -> new ArrayList<>())
                                                .add(compiled));
            }
        }
    }

    private record Compiled(PhraseRule rule, TokenPattern pattern) {}

    /// A rule met by the words `first` to `last`, both included.
    record Hit(PhraseRule rule, int first, int last) {

        boolean overlaps(Hit other) {
            return first <= other.last && other.first <= last;
        }
    }

    /// Every word that the patterns name.
    Set<String> words() {
        return words;
    }

    /// The surest rule that the message meets.
    Optional<Hit> find(Clauses clauses) {
        List<Hit> hits = new ArrayList<>();
        for (int at = 0; at < clauses.size(); at++) {
            for (Compiled one : byFirstWord.getOrDefault(clauses.word(at), List.of())) {
                int first = at;
                one.pattern()
                        .matchFrom(clauses, at, one.rule().isShield())
                        .ifPresent(last -> hits.add(new Hit(one.rule(), first, last)));
            }
        }
        List<Hit> shields = hits.stream().filter(hit -> hit.rule().isShield()).toList();
        List<Hit> scoped = with(Intent.SCOPED_OPT_OUT, hits);
        List<Hit> emergencies = with(Intent.EMERGENCY, hits);
        return hits.stream()
                .filter(hit -> !hit.rule().isShield())
                .filter(hit -> shields.stream().noneMatch(hit::overlaps))
                .filter(hit -> !isOptOut(hit) || scoped.stream().noneMatch(hit::overlaps))
                .filter(hit -> !isOptOut(hit) || emergencies.stream().noneMatch(hit::overlaps))
                .min(SUREST);
    }

    private static boolean isOptOut(Hit hit) {
        return hit.rule().intent() == Intent.OPT_OUT;
    }

    private static List<Hit> with(Intent intent, List<Hit> hits) {
        return hits.stream().filter(hit -> hit.rule().intent() == intent).toList();
    }
}
