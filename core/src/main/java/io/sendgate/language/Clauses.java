package io.sendgate.language;

import io.sendgate.language.TokenPattern.Anchor;
import io.sendgate.language.Tokens.Break;
import io.sendgate.language.Tokens.Token;

import java.util.BitSet;
import java.util.List;
import java.util.Set;

/// A message's words as one language reads them, with where its clauses and sentences begin and
/// end.
final class Clauses {

    private final List<Token> words;
    private final BitSet corrected;
    private final Anchor[] beginnings;
    private final Anchor[] endings;

    Clauses(List<Token> words, BitSet corrected, Set<String> courtesy) {
        this.words = List.copyOf(words);
        this.corrected = corrected;
        this.beginnings = new Anchor[words.size()];
        this.endings = new Anchor[words.size()];
        Anchor open = Anchor.MESSAGE;
        for (int at = 0; at < words.size(); at++) {
            open = at == 0 ? open : stronger(of(words.get(at).before()), open);
            beginnings[at] = open;
            open = courtesy.contains(word(at)) ? open : Anchor.NONE;
        }
        Anchor close = Anchor.MESSAGE;
        for (int at = words.size() - 1; at >= 0; at--) {
            endings[at] = close;
            close = courtesy.contains(word(at)) ? close : Anchor.NONE;
            close = stronger(of(words.get(at).before()), close);
        }
    }

    private static Anchor of(Break before) {
        return switch (before) {
            case NONE -> Anchor.NONE;
            case PAUSE -> Anchor.CLAUSE;
            case END -> Anchor.SENTENCE;
        };
    }

    private static Anchor stronger(Anchor one, Anchor other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    int size() {
        return words.size();
    }

    String word(int at) {
        return words.get(at).word();
    }

    /// Whether a word counts as another than the one that was written.
    boolean isCorrected(int first, int last) {
        int next = corrected.nextSetBit(first);
        return next >= 0 && next <= last;
    }

    /// Whether a sentence begins here, or for those who stay `within` one a clause.
    boolean isBroken(int at, boolean within) {
        Break before = words.get(at).before();
        return before == Break.END || within && before == Break.PAUSE;
    }

    boolean begins(int at, Anchor asked) {
        return beginnings[at].compareTo(asked) >= 0;
    }

    boolean ends(int at, Anchor asked) {
        return endings[at].compareTo(asked) >= 0;
    }
}
