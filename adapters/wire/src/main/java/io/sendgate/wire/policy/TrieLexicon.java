package io.sendgate.wire.policy;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie.Hit;

import io.sendgate.policy.Lexicon;
import io.sendgate.policy.NormalizedText;
import io.sendgate.policy.TextNormalizer;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// A word list as an Aho-Corasick automaton: one pass over the text, however long the list.
///
/// Terms are kept, and texts searched, with a space at either end, so that only whole words match.
final class TrieLexicon implements Lexicon {

    private final String name;
    private final AhoCorasickDoubleArrayTrie<String> trie = new AhoCorasickDoubleArrayTrie<>();

    TrieLexicon(String name, List<String> terms) {
        this.name = name;
        TreeMap<String, String> keys = new TreeMap<>();
        terms.forEach(term -> keys.put(" " + term + " ", term));
        trie.build(keys);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<Match> find(String text) {
        NormalizedText words = TextNormalizer.words(text);
        if (words.isEmpty()) {
            return Optional.empty();
        }
        return Optional.ofNullable(trie.findFirst(" " + words.text() + " "))
                .map(hit -> match(hit, words));
    }

    /// The hit includes the two spaces, of which the first stands before the text.
    private static Match match(Hit<String> hit, NormalizedText words) {
        return new Match(hit.value, words.original(hit.begin, hit.end - 2));
    }
}
