package io.sendgate.language;

import io.sendgate.policy.NormalizedText;
import io.sendgate.policy.TextNormalizer;

import java.util.ArrayList;
import java.util.List;

/// The words of a text in the normal form of texts, with what stands between them.
///
/// A Han character is a word of its own: its script has no spaces.
record Tokens(NormalizedText source, List<Token> words) {

    private static final String ENDS = "!?\n\r。！？؟";
    private static final String QUIET = " \t\u00A0'\"’‘“”_*~";

    /// What stands before a word.
    enum Break {
        NONE,
        /// A comma, a dash, an emoji.
        PAUSE,
        /// The end of a sentence or a line.
        END
    }

    /// A word, with its place in the normalised text.
    record Token(String word, int from, int to, Break before) {

        Token reading(String other) {
            return new Token(other, from, to, before);
        }
    }

    Tokens {
        words = List.copyOf(words);
    }

    static Tokens of(NormalizedText source, String original) {
        List<Token> words = new ArrayList<>();
        String text = source.text();
        int from = 0;
        while (from < text.length()) {
            int to = wordEnd(text, from);
            Break before = from == 0 ? Break.END : between(source, original, from);
            words.add(new Token(text.substring(from, to), from, to, before));
            from = to < text.length() && text.charAt(to) == ' ' ? to + 1 : to;
        }
        return new Tokens(source, words);
    }

    /// The words of an entry of a list.
    static List<String> wordsOf(String entry) {
        return of(TextNormalizer.words(entry), entry).words().stream().map(Token::word).toList();
    }

    /// The message's own spelling of a run of words.
    String span(int first, int last) {
        return source.original(words.get(first).from(), words.get(last).to());
    }

    private static int wordEnd(String text, int from) {
        if (Character.isIdeographic(text.codePointAt(from))) {
            return from + Character.charCount(text.codePointAt(from));
        }
        int to = from;
        while (to < text.length()
                && text.charAt(to) != ' '
                && !Character.isIdeographic(text.codePointAt(to))) {
            to += Character.charCount(text.codePointAt(to));
        }
        return to;
    }

    private static Break between(NormalizedText source, String original, int at) {
        int begin = source.end(source.text().charAt(at - 1) == ' ' ? at - 2 : at - 1);
        int end = Math.max(begin, source.start(at));
        Break strongest = Break.NONE;
        for (int i = begin; i < end; i++) {
            char one = original.charAt(i);
            if (ENDS.indexOf(one) >= 0 || one == '.' && endsSentence(original, i)) {
                return Break.END;
            }
            strongest = QUIET.indexOf(one) >= 0 ? strongest : Break.PAUSE;
        }
        return strongest;
    }

    /// A full stop before a space ends a sentence; one among others, or within a word, is a pause.
    private static boolean endsSentence(String original, int at) {
        boolean spaced =
                at + 1 == original.length() || Character.isWhitespace(original.charAt(at + 1));
        return spaced && (at == 0 || original.charAt(at - 1) != '.');
    }
}
