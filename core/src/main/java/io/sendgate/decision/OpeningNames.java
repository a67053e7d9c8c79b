package io.sendgate.decision;

import io.sendgate.policy.Content;
import io.sendgate.policy.Policy;
import io.sendgate.policy.TextNormalizer;
import io.sendgate.policy.WordLists;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Finds the name under which a text opens, where it is not the account's.
///
/// A name stands before the first colon, in brackets, before "here", or after words like "this is";
/// its words are capitalised. A text that names the account anywhere is the account's own.
final class OpeningNames {

    private static final int LONGEST = 60;
    private static final int MOST_WORDS = 7;
    private static final int LATEST_INTRODUCTION = 12;
    private static final String HERE = " here";
    private static final String ENDS = ".,;:!?()[]\n\r\t|–—";
    private static final String JOINTS = " & and of the for from with at by a ";

    private OpeningNames() {}

    static Optional<Wording.Found> find(
            Content.OpeningName wanted, Wording wording, Policy document) {
        if (wording.words().isEmpty() || wording.name().isPresent()) {
            return Optional.empty();
        }
        return candidates(wanted, wording, document).stream()
                .flatMap(name -> judge(name, wanted, document).stream())
                .findFirst();
    }

    private static List<String> candidates(
            Content.OpeningName wanted, Wording wording, Policy document) {
        List<String> candidates = new ArrayList<>();
        prefix(wording.text()).ifPresent(candidates::add);
        presented(wording.text()).ifPresent(candidates::add);
        wording.hits(wanted.introductions(), document).stream()
                .sorted(Comparator.comparingInt(WordLists.Hit::from))
                .filter(hit -> wordsBefore(hit, wording) <= LATEST_INTRODUCTION)
                .map(hit -> introduced(hit, wording))
                .forEach(candidates::add);
        return candidates;
    }

    /// What stands before the first colon or the closing bracket of a text.
    private static Optional<String> prefix(String text) {
        String start = text.strip();
        int end = start.startsWith("[") ? start.indexOf(']') : firstSeparator(start);
        return end > 0 && end <= LONGEST ? Optional.of(start.substring(0, end)) : Optional.empty();
    }

    /// What a text presents as its writer: nothing but a name, and `here` after it.
    private static Optional<String> presented(String text) {
        String start = text.strip();
        int end = start.indexOf(HERE);
        if (end <= 0 || end > LONGEST || isWordPart(start, end + HERE.length())) {
            return Optional.empty();
        }
        String name = start.substring(0, end);
        return capitalised(name).equals(name) ? Optional.of(name) : Optional.empty();
    }

    private static boolean isWordPart(String text, int at) {
        return at < text.length() && Character.isLetterOrDigit(text.charAt(at));
    }

    private static int firstSeparator(String text) {
        for (int at = 0; at < Math.min(text.length(), LONGEST + 1); at++) {
            char one = text.charAt(at);
            boolean dash = (one == '-' || one == '–' || one == '—') && isSpaced(text, at);
            if (one == ':' || one == '：' || one == '|' || dash) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isSpaced(String text, int at) {
        return at > 0
                && at + 1 < text.length()
                && Character.isWhitespace(text.charAt(at - 1))
                && Character.isWhitespace(text.charAt(at + 1));
    }

    private static long wordsBefore(WordLists.Hit hit, Wording wording) {
        return wording.words().text().chars().limit(hit.from()).filter(one -> one == ' ').count();
    }

    /// What follows an introduction, up to the next sign.
    private static String introduced(WordLists.Hit hit, Wording wording) {
        int from = wording.words().end(hit.to() - 1);
        String text = wording.text();
        int to = from;
        while (to < text.length() && to - from < LONGEST && ENDS.indexOf(text.charAt(to)) < 0) {
            to++;
        }
        return text.substring(from, to);
    }

    private static Optional<Wording.Found> judge(
            String candidate, Content.OpeningName wanted, Policy document) {
        String name = capitalised(candidate);
        String words = TextNormalizer.normalize(name);
        if (words.isEmpty() || words.split(" ").length > MOST_WORDS) {
            return Optional.empty();
        }
        List<WordLists.Hit> hits = document.wordLists().scan(words);
        return hits.stream()
                .filter(hit -> hit.list().equals(wanted.list()))
                .findFirst()
                .filter(hit -> isDistinct(words, hits, wanted))
                .map(
                        hit ->
                                new Wording.Found(
                                        hit.list(),
                                        document.wordLists().category(hit.list()),
                                        hit.term(),
                                        name));
    }

    /// The words up to the first that is neither capitalised nor a joint.
    private static String capitalised(String candidate) {
        StringBuilder name = new StringBuilder();
        for (String word : candidate.strip().split("\\s+")) {
            if (isCapitalised(word) || !name.isEmpty() && isJoint(word)) {
                name.append(name.isEmpty() ? "" : " ").append(word);
            } else if (!isJoint(word)) {
                break;
            }
        }
        return name.toString();
    }

    private static boolean isCapitalised(String word) {
        return word.chars()
                .filter(Character::isLetterOrDigit)
                .limit(1)
                .noneMatch(Character::isLowerCase);
    }

    private static boolean isJoint(String word) {
        return JOINTS.contains(" " + word + " ");
    }

    /// Whether a word is left that neither makes a name nor is said of anything.
    private static boolean isDistinct(
            String words, List<WordLists.Hit> hits, Content.OpeningName wanted) {
        if (wanted.common().isEmpty()) {
            return true;
        }
        boolean[] taken = new boolean[words.length() + 1];
        hits.stream()
                .filter(
                        hit ->
                                hit.list().equals(wanted.list())
                                        || wanted.common().get().equals(hit.list()))
                .forEach(hit -> Arrays.fill(taken, hit.from(), hit.to(), true));
        for (int at = 0; at < words.length(); at++) {
            boolean begins = at == 0 || words.charAt(at - 1) == ' ';
            if (begins && !taken[at]) {
                return true;
            }
        }
        return false;
    }
}
