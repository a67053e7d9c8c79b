package io.sendgate.policy;

import java.util.List;

/// Takes the mask off words that were spelt to slip past a reader: `c0ca1ne`, `f r e e`,
/// `ma-ri-jua-na`.
///
/// What comes out is as long as what went in, character for character, so that a place in one is
/// the
/// same place in the other.
final class Unmasking {

    private static final char UNSEEN = '\u200B';
    private static final String MASKS = "013457@$!|";
    private static final String FACES = "oieastasii";
    private static final String AMBIGUOUS = "1!|";
    private static final String OTHER_FACES = "oleastasll";
    private static final int FEWEST_SPACED = 3;
    private static final int MOST_BETWEEN = 2;

    private final String text;
    private final String faces;
    private final char[] bare;

    private Unmasking(String text, String faces) {
        this.text = text;
        this.faces = faces;
        this.bare = text.toCharArray();
    }

    /// What a text may have been before it was masked: each reading of `1` once, none where nothing
    /// is.
    static List<String> readings(String text) {
        String reading = new Unmasking(text, FACES).read();
        if (reading.equals(text)) {
            return List.of();
        }
        boolean ambiguous = AMBIGUOUS.chars().anyMatch(mask -> text.indexOf(mask) >= 0);
        String other = ambiguous ? new Unmasking(text, OTHER_FACES).read() : reading;
        return other.equals(reading) ? List.of(reading) : List.of(reading, other);
    }

    private String read() {
        int from = 0;
        while (from < bare.length) {
            int to = wordEnd(from);
            if (to > from) {
                unmask(from, to);
            }
            from = to + 1;
        }
        joinSpaced();
        return new String(bare);
    }

    private int wordEnd(int from) {
        int to = from;
        while (to < bare.length && !Character.isWhitespace(bare[to])) {
            to++;
        }
        return to;
    }

    /// Digits and signs among letters are letters; what splits letters goes.
    private void unmask(int from, int to) {
        int letters = 0;
        int masks = 0;
        for (int at = from; at < to; at++) {
            letters += Character.isLetter(text.charAt(at)) ? 1 : 0;
            masks += isMask(at, from, to) ? 1 : 0;
        }
        if (letters < 2 || letters * 2 < masks) {
            return;
        }
        for (int at = from; at < to; at++) {
            if (isMask(at, from, to)) {
                bare[at] = face(text.charAt(at));
            }
        }
        for (int at = from + 1; at < to - 1; at++) {
            boolean between = Character.isLetter(bare[at - 1]) && Character.isLetter(bare[at + 1]);
            if (between && isSplitter(bare[at])) {
                bare[at] = UNSEEN;
            }
        }
    }

    /// A sign stands for a letter only where a letter or a digit follows; at a word's end it is a
    /// sign.
    private boolean isMask(int at, int from, int to) {
        char one = text.charAt(at);
        if (MASKS.indexOf(one) < 0) {
            return false;
        }
        boolean sign = !Character.isDigit(one);
        boolean followed = at + 1 < to && Character.isLetterOrDigit(text.charAt(at + 1));
        boolean preceded = at > from && Character.isLetterOrDigit(text.charAt(at - 1));
        return !sign || followed && (preceded || one == '$' || one == '@');
    }

    private char face(char mask) {
        return faces.charAt(MASKS.indexOf(mask));
    }

    private static boolean isSplitter(char one) {
        return one == '-' || one == '.' || one == '_' || one == '*' || one == '/' || one == '+';
    }

    /// Three and more characters that each stand alone are one word.
    private void joinSpaced() {
        int at = 0;
        while (at < bare.length) {
            int end = spacedEnd(at);
            if (end > at) {
                join(at, end);
                at = end;
            } else {
                at++;
            }
        }
    }

    /// The end of the run of lone characters that begins here; `from` where none does.
    private int spacedEnd(int from) {
        if (!standsAlone(from)) {
            return from;
        }
        int last = from;
        int count = 1;
        int letters = Character.isLetter(bare[from]) ? 1 : 0;
        int next = nextAlone(from);
        while (next > 0) {
            last = next;
            count++;
            letters += Character.isLetter(bare[next]) ? 1 : 0;
            next = nextAlone(next);
        }
        return count >= FEWEST_SPACED && letters * 2 >= count ? last + 1 : from;
    }

    /// Whether no letter or digit stands beside it; what was split by signs is one word already.
    private boolean standsAlone(int at) {
        return Character.isLetterOrDigit(bare[at])
                && (at == 0 || isBreak(bare[at - 1]))
                && (at == bare.length - 1 || isBreak(bare[at + 1]));
    }

    private static boolean isBreak(char one) {
        return !Character.isLetterOrDigit(one) && one != UNSEEN;
    }

    /// The next lone character, over one space or sign or two of which one is a space; 0 for none.
    private int nextAlone(int at) {
        int spaces = 0;
        for (int to = at + 1; to < bare.length && to <= at + 1 + MOST_BETWEEN; to++) {
            if (Character.isLetterOrDigit(bare[to])) {
                return spaces <= 1 && standsAlone(to) ? to : 0;
            }
            spaces += Character.isWhitespace(bare[to]) ? 1 : 0;
        }
        return 0;
    }

    private void join(int from, int to) {
        for (int at = from; at < to; at++) {
            if (!Character.isLetterOrDigit(bare[at])) {
                bare[at] = UNSEEN;
            } else if (MASKS.indexOf(bare[at]) >= 0) {
                bare[at] = face(bare[at]);
            }
        }
    }
}
