package io.sendgate.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The words that one list knows, and which of them a misspelt one was meant to be.
///
/// A word is looked up by itself and by itself less one letter, so that it takes time linear in its
/// length whatever the size of the list.
final class Vocabulary {

    private static final int SHORT = 4;
    private static final int LONGEST = 24;
    private static final int FEWEST_RUN_TOGETHER = 7;
    private static final int MOST_RUN_TOGETHER = 40;
    private static final List<String> ROWS = List.of("qwertyuiop", "asdfghjkl", "zxcvbnm");

    private final Set<String> known;
    private final Set<String> real;
    private final Map<String, List<String>> near = new HashMap<>();

    /// @param known words of the list's rules and keywords
    /// @param real words that are no misspelling
    Vocabulary(Set<String> known, Set<String> real) {
        this.known = Set.copyOf(known);
        this.real = Set.copyOf(real);
        for (String word : this.known) {
            if (word.length() >= SHORT) {
                lessOne(word)
                        .forEach(
                                key -> near.computeIfAbsent(key, k -> new ArrayList<>()).add(word));
            }
        }
    }

    boolean knows(String word) {
        return known.contains(word);
    }

    /// The word that was meant by one with letters held down: `stoooop`.
    Optional<String> squeezed(String word) {
        if (knows(word) || word.length() > MOST_RUN_TOGETHER * 2) {
            return Optional.empty();
        }
        String single = squeeze(word, 1);
        if (single.length() == word.length()) {
            return Optional.empty();
        }
        return Optional.of(single)
                .filter(this::knows)
                .or(() -> Optional.of(squeeze(word, 2)).filter(this::knows))
                .filter(meant -> !real.contains(word));
    }

    private static String squeeze(String word, int most) {
        StringBuilder kept = new StringBuilder();
        int run = 0;
        for (int i = 0; i < word.length(); i++) {
            run = i > 0 && word.charAt(i) == word.charAt(i - 1) ? run + 1 : 1;
            if (run <= most) {
                kept.append(word.charAt(i));
            }
        }
        return kept.toString();
    }

    /// The known word one slip of the finger away; of a short word only the likeliest slips.
    Optional<String> meant(String word) {
        boolean foreign = word.length() < SHORT - 1 || word.length() > LONGEST || isNumber(word);
        if (foreign || knows(word) || real.contains(word)) {
            return Optional.empty();
        }
        return lessOne(word).stream()
                .flatMap(key -> near.getOrDefault(key, List.of()).stream())
                .filter(candidate -> isSlip(word, candidate))
                .min(
                        Comparator.comparing((String one) -> one.charAt(0) != word.charAt(0))
                                .thenComparing(one -> Math.abs(one.length() - word.length()) != 1)
                                .thenComparing(one -> one));
    }

    private static boolean isNumber(String word) {
        return word.chars().anyMatch(Character::isDigit);
    }

    private static Set<String> lessOne(String word) {
        Set<String> keys = new HashSet<>();
        keys.add(word);
        for (int i = 0; i < word.length(); i++) {
            keys.add(word.substring(0, i) + word.substring(i + 1));
        }
        return keys;
    }

    private static boolean isSlip(String word, String meant) {
        int from = 0;
        int shorter = Math.min(word.length(), meant.length());
        while (from < shorter && word.charAt(from) == meant.charAt(from)) {
            from++;
        }
        int tail = 0;
        while (tail < shorter - from
                && word.charAt(word.length() - 1 - tail)
                        == meant.charAt(meant.length() - 1 - tail)) {
            tail++;
        }
        String wrong = word.substring(from, word.length() - tail);
        String right = meant.substring(from, meant.length() - tail);
        boolean swapped =
                wrong.length() == 2 && new StringBuilder(wrong).reverse().toString().equals(right);
        boolean neighbour =
                wrong.length() == 1 && right.length() == 1 && areNeighbours(wrong, right);
        boolean doubled = right.isEmpty() && wrong.length() == 1 && meant.contains(wrong);
        boolean one = wrong.length() <= 1 && right.length() <= 1;
        return swapped
                || (meant.length() > SHORT ? one && word.length() >= SHORT : neighbour || doubled);
    }

    private static boolean areNeighbours(String one, String other) {
        for (int row = 0; row < ROWS.size(); row++) {
            int at = ROWS.get(row).indexOf(one);
            for (int near = 0; at >= 0 && near < ROWS.size(); near++) {
                int to = ROWS.get(near).indexOf(other);
                if (to >= 0 && Math.abs(row - near) <= 1 && Math.abs(at - to) <= 1) {
                    return true;
                }
            }
        }
        return false;
    }

    /// The known words that were run together: `stoptextingme`; empty where it is not made of such.
    List<String> apart(String word) {
        if (word.length() < FEWEST_RUN_TOGETHER
                || word.length() > MOST_RUN_TOGETHER
                || knows(word)
                || real.contains(word)) {
            return List.of();
        }
        int[] begins = new int[word.length() + 1];
        java.util.Arrays.fill(begins, -1);
        begins[0] = 0;
        for (int to = 2; to <= word.length(); to++) {
            for (int from = Math.max(0, to - LONGEST); from <= to - 2 && begins[to] < 0; from++) {
                if (begins[from] >= 0 && knows(word.substring(from, to))) {
                    begins[to] = from;
                }
            }
        }
        List<String> words = new ArrayList<>();
        int to = begins[word.length()] < 0 ? 0 : word.length();
        while (to > 0) {
            words.addFirst(word.substring(begins[to], to));
            to = begins[to];
        }
        return List.copyOf(words);
    }
}
