package io.sendgate.wire.policy;

import java.util.Arrays;

/// A normalised text with one letter for each of its words.
final class Spelling {

    private static final int USUAL = 32;

    private final StringBuilder letters = new StringBuilder(USUAL);
    private int[] starts = new int[USUAL];
    private int[] ends = new int[USUAL];

    /// What letter a word is.
    interface Alphabet {
        char letter(String word);
    }

    /// @param words a text in normal form
    Spelling(String words, Alphabet alphabet) {
        int from = 0;
        while (from < words.length()) {
            int space = words.indexOf(' ', from);
            int to = space < 0 ? words.length() : space;
            add(alphabet.letter(words.substring(from, to)), from, to);
            from = to + 1;
        }
    }

    private void add(char letter, int from, int to) {
        int at = letters.length();
        if (at == starts.length) {
            starts = Arrays.copyOf(starts, at * 2);
            ends = Arrays.copyOf(ends, at * 2);
        }
        letters.append(letter);
        starts[at] = from;
        ends[at] = to;
    }

    CharSequence letters() {
        return letters;
    }

    /// Where in the text a word begins, inclusive.
    int start(int word) {
        return starts[word];
    }

    /// Where in the text a word ends, exclusive.
    int end(int word) {
        return ends[word];
    }
}
