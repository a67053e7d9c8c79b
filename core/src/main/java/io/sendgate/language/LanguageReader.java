package io.sendgate.language;

import io.sendgate.consent.Intent;
import io.sendgate.language.PhraseFinder.Hit;
import io.sendgate.language.Tokens.Token;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads messages by the list of one language.
///
/// In order: a keyword as the whole message; keywords with courtesies beside them; phrases; a
/// misspelt keyword; a keyword whose sense no rule knows.
final class LanguageReader {

    private static final int MOST_RUN_TOGETHER = 3;
    private static final int MOST_MISSPELT = 2;
    private static final int LONGEST_KEYWORD = 4;

    private final LanguageList list;
    private final Map<String, Intent> keywords = new HashMap<>();
    private final Set<String> courtesy;
    private final Set<String> beside;
    private final Set<String> suspects;
    private final PhraseFinder phrases;
    private final Vocabulary words;
    private final Vocabulary optOuts;

    /// @param foreign words that other lists know, and so no misspelling
    LanguageReader(LanguageList list, Set<String> foreign) {
        this.list = list;
        list.keywords()
                .forEach(
                        (intent, entries) ->
                                entries.forEach(entry -> keywords.put(spaced(entry), intent)));
        courtesy = single(list.courtesy());
        beside = single(list.objects());
        suspects = single(list.suspects());
        phrases = new PhraseFinder(list);
        Set<String> real = new HashSet<>(single(list.realWords()));
        real.addAll(foreign);
        Set<String> known = known(list);
        words = new Vocabulary(known, real);
        Set<String> ends =
                keywords.keySet().stream()
                        .filter(word -> keywords.get(word) == Intent.OPT_OUT)
                        .filter(word -> !word.contains(" "))
                        .collect(Collectors.toUnmodifiableSet());
        Set<String> notMeant = new HashSet<>(real);
        notMeant.addAll(known);
        notMeant.removeAll(ends);
        optOuts = new Vocabulary(ends, notMeant);
    }

    private static String spaced(String entry) {
        return String.join(" ", Tokens.wordsOf(entry));
    }

    private static Set<String> single(Set<String> entries) {
        return entries.stream()
                .flatMap(entry -> Tokens.wordsOf(entry).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Every word that a list's keywords, courtesies and rules are made of.
    static Set<String> known(LanguageList list) {
        Set<String> known = new HashSet<>(new PhraseFinder(list).words());
        list.keywords().values().forEach(all -> all.forEach(e -> known.addAll(Tokens.wordsOf(e))));
        known.addAll(single(list.courtesy()));
        known.addAll(single(list.objects()));
        known.addAll(single(list.suspects()));
        return known;
    }

    /// What a message asks for by this list.
    Reading read(Tokens tokens) {
        List<Token> spelt = spelt(tokens.words());
        if (spelt.isEmpty()) {
            return Reading.ORDINARY;
        }
        Tokens message = new Tokens(tokens.source(), spelt);
        return keyword(message)
                .or(() -> phrase(message))
                .or(() -> misspelt(message))
                .or(() -> suspect(message))
                .orElse(Reading.ORDINARY);
    }

    /// Whether a message has no word but courtesies and what a keyword may have beside it.
    boolean saysNothing(Tokens message) {
        return message.words().stream().allMatch(token -> isBeside(token.word()));
    }

    /// The words with held-down letters let go and, in a short message, run-together ones apart.
    private List<Token> spelt(List<Token> written) {
        List<Token> spelt = new ArrayList<>();
        for (Token token : written) {
            List<String> parts =
                    written.size() <= MOST_RUN_TOGETHER ? words.apart(token.word()) : List.of();
            if (parts.isEmpty()) {
                spelt.add(words.squeezed(token.word()).map(token::reading).orElse(token));
            } else {
                spelt.add(token.reading(parts.getFirst()));
                parts.stream()
                        .skip(1)
                        .map(one -> new Token(one, token.from(), token.to(), Tokens.Break.NONE))
                        .forEach(spelt::add);
            }
        }
        return spelt;
    }

    private Optional<Reading> keyword(Tokens message) {
        List<String> all = message.words().stream().map(Token::word).toList();
        Optional<Intent> whole = whole(all);
        if (whole.isPresent()) {
            return Optional.of(reading(whole.get(), Confidence.CERTAIN, message, "keyword"));
        }
        List<String> kept = kept(all);
        return whole(kept)
                .or(() -> each(kept))
                .or(() -> amid(all))
                .map(found -> reading(found, Confidence.CERTAIN, message, "keyword-courtesy"));
    }

    /// What is left of a message without courtesies and without what a keyword may have beside it.
    private List<String> kept(List<String> all) {
        return all.stream().filter(word -> keywords.containsKey(word) || !isBeside(word)).toList();
    }

    private boolean isBeside(String word) {
        return courtesy.contains(word)
                || beside.contains(word)
                || words.meant(word).filter(courtesy::contains).isPresent();
    }

    /// A keyword of several words, some of which are courtesies elsewhere, amid nothing else.
    private Optional<Intent> amid(List<String> all) {
        int tail = all.size();
        while (tail > 0 && isBeside(all.get(tail - 1))) {
            tail--;
        }
        for (int from = 0; from < all.size(); from++) {
            int last = Math.min(all.size(), from + LONGEST_KEYWORD);
            for (int to = Math.max(tail, from + 2); to <= last; to++) {
                Intent meant = keywords.get(String.join(" ", all.subList(from, to)));
                if (meant != null) {
                    return Optional.of(meant);
                }
            }
            if (!isBeside(all.get(from))) {
                break;
            }
        }
        return Optional.empty();
    }

    private Optional<Intent> whole(List<String> said) {
        List<String> distinct = said.stream().distinct().toList();
        boolean letters = said.stream().allMatch(word -> word.length() == 1);
        return Optional.ofNullable(keywords.get(String.join(" ", said)))
                .or(() -> Optional.ofNullable(keywords.get(String.join(" ", distinct))))
                .or(
                        () ->
                                letters
                                        ? Optional.ofNullable(keywords.get(String.join("", said)))
                                        : Optional.empty());
    }

    /// Several keywords for the same thing: `stop cancel end`.
    private Optional<Intent> each(List<String> said) {
        Set<Optional<Intent>> meant =
                said.stream()
                        .map(word -> Optional.ofNullable(keywords.get(word)))
                        .collect(Collectors.toSet());
        return meant.size() == 1 ? meant.iterator().next() : Optional.empty();
    }

    private Optional<Reading> phrase(Tokens message) {
        BitSet corrected = new BitSet();
        List<Token> read = new ArrayList<>();
        for (Token token : message.words()) {
            Optional<String> meant = words.meant(token.word());
            corrected.set(read.size(), meant.isPresent());
            read.add(meant.map(token::reading).orElse(token));
        }
        Clauses clauses = new Clauses(read, corrected, courtesy);
        return phrases.find(clauses).map(hit -> reading(hit, clauses, message));
    }

    private Reading reading(Hit hit, Clauses clauses, Tokens message) {
        Confidence said = hit.rule().confidence();
        boolean slip = clauses.isCorrected(hit.first(), hit.last());
        return new Reading(
                hit.rule().intent(),
                slip && said == Confidence.CERTAIN ? Confidence.PROBABLE : said,
                Optional.of(message.span(hit.first(), hit.last())),
                Optional.of(hit.rule().id()),
                Optional.of(list.ref()),
                Optional.of(list.language()));
    }

    private Optional<Reading> misspelt(Tokens message) {
        List<String> kept = kept(message.words().stream().map(Token::word).toList());
        boolean small = kept.size() <= MOST_MISSPELT && message.words().size() <= MOST_MISSPELT + 1;
        String together = String.join("", kept);
        boolean slipped =
                small
                        && !kept.isEmpty()
                        && (optOuts.meant(together).isPresent()
                                || kept.size() > 1 && optOuts.knows(together)
                                || kept.size() > 1 && kept.stream().allMatch(this::isOrWasMeant));
        return slipped
                ? Optional.of(
                        reading(Intent.OPT_OUT, Confidence.PROBABLE, message, "keyword-misspelt"))
                : Optional.empty();
    }

    private boolean isOrWasMeant(String word) {
        return optOuts.knows(word) || optOuts.meant(word).isPresent();
    }

    private Optional<Reading> suspect(Tokens message) {
        for (int at = 0; at < message.words().size(); at++) {
            if (suspects.contains(message.words().get(at).word())) {
                Hit hit = new Hit(PhraseFinder.OTHER_SENSE, at, at);
                return Optional.of(
                        reading(hit, new Clauses(List.of(), new BitSet(), Set.of()), message));
            }
        }
        return Optional.empty();
    }

    private Reading reading(Intent intent, Confidence confidence, Tokens message, String rule) {
        return new Reading(
                intent,
                confidence,
                Optional.of(message.span(0, message.words().size() - 1)),
                Optional.of(rule),
                Optional.of(list.ref()),
                Optional.of(list.language()));
    }
}
