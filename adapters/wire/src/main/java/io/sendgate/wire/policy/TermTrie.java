package io.sendgate.wire.policy;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;

import io.sendgate.policy.TermFinder;
import io.sendgate.policy.WordLists.Hit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Word lists as one Aho-Corasick automaton over words: one pass over the text, however many and
/// long the lists.
///
/// Every word that some term has is one letter of the automaton's alphabet, so that only whole
/// words match and a text is read in as many steps as it has words.
final class TermTrie implements TermFinder {

    private static final char NO_TERM = 0;
    private static final int MOST_WORDS = Character.MAX_VALUE - 1;

    private final Map<String, Character> alphabet = new HashMap<>();
    private final AhoCorasickDoubleArrayTrie<Term> trie = new AhoCorasickDoubleArrayTrie<>();
    private final boolean empty;

    /// The lists, by what tells them apart.
    ///
    /// @throws IllegalArgumentException where their terms have too many different words
    TermTrie(Map<String, WordList> lists) {
        TreeMap<String, Term> keys = new TreeMap<>();
        lists.forEach((key, list) -> list.terms().forEach(term -> add(term, key, keys)));
        empty = keys.isEmpty();
        if (!empty) {
            trie.build(keys);
        }
    }

    private void add(String term, String list, Map<String, Term> keys) {
        List<String> lists =
                keys.computeIfAbsent(spelt(term), key -> new Term(term, new ArrayList<>(1))).lists;
        if (lists.isEmpty() || !lists.getLast().equals(list)) {
            lists.add(list);
        }
    }

    private String spelt(String term) {
        StringBuilder letters = new StringBuilder();
        for (String word : term.split(" ")) {
            letters.append(alphabet.computeIfAbsent(word, key -> next()).charValue());
        }
        return letters.toString();
    }

    private char next() {
        if (alphabet.size() == MOST_WORDS) {
            throw new IllegalArgumentException("the terms have too many different words");
        }
        return (char) (alphabet.size() + 1);
    }

    @Override
    public List<Hit> scan(String words) {
        List<Hit> hits = new ArrayList<>();
        if (!empty && !words.isEmpty()) {
            Spelling spelling = new Spelling(words, this::letter);
            parse(
                    spelling.letters(),
                    (begin, end, term) ->
                            term.addTo(hits, spelling.start(begin), spelling.end(end - 1)));
        }
        return hits;
    }

    private char letter(String word) {
        return alphabet.getOrDefault(word, NO_TERM);
    }

    /// Reads a text that is spelt in the alphabet, each letter once.
    void parse(CharSequence letters, AhoCorasickDoubleArrayTrie.IHit<Term> heard) {
        trie.parseText(letters, heard);
    }

    /// A term, and the lists it stands in.
    record Term(String text, List<String> lists) {

        private void addTo(List<Hit> hits, int from, int to) {
            for (String list : lists) {
                hits.add(new Hit(list, text, from, to));
            }
        }
    }
}
