package io.sendgate.wire.policy;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;

import io.sendgate.policy.Skeleton;
import io.sendgate.policy.WordLists;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Word lists as one Aho-Corasick automaton: one pass over the text, however many and long the
/// lists.
///
/// Terms are kept, and texts searched, with a space at either end, so that only whole words match.
final class TrieLists implements WordLists {

    private static final int LEAST_SHAPE = 5;

    private final Map<String, WordList> lists;
    private final AhoCorasickDoubleArrayTrie<List<String>> trie =
            new AhoCorasickDoubleArrayTrie<>();

    /// The lists of a document.
    TrieLists(List<WordList> lists) {
        this.lists = lists.stream().collect(Collectors.toMap(WordList::name, Function.identity()));
        TreeMap<String, List<String>> keys = new TreeMap<>();
        for (WordList list : lists) {
            list.terms().stream()
                    .distinct()
                    .forEach(
                            term ->
                                    keys.computeIfAbsent(" " + term + " ", key -> new ArrayList<>())
                                            .add(list.name()));
        }
        if (!keys.isEmpty()) {
            trie.build(keys);
        }
    }

    @Override
    public Set<String> names() {
        return Set.copyOf(lists.keySet());
    }

    @Override
    public List<String> terms(String list) {
        return Optional.ofNullable(lists.get(list)).map(WordList::terms).orElse(List.of());
    }

    @Override
    public Optional<String> category(String list) {
        return Optional.ofNullable(lists.get(list)).flatMap(WordList::category);
    }

    @Override
    public List<Hit> scan(String words) {
        List<Hit> hits = new ArrayList<>();
        if (lists.isEmpty() || words.isEmpty()) {
            return hits;
        }
        String text = " " + words + " ";
        trie.parseText(
                text,
                (begin, end, names) -> {
                    String term = text.substring(begin + 1, end - 1);
                    names.forEach(name -> hits.add(new Hit(name, term, begin, end - 2)));
                });
        return hits;
    }

    @Override
    public Optional<String> resembling(String list, String shape) {
        Map<String, String> shapes = new HashMap<>();
        Optional.ofNullable(lists.get(list)).stream()
                .flatMap(found -> found.terms().stream())
                .forEach(term -> shapes.put(Skeleton.of(term), term));
        return shapes.keySet().stream()
                .filter(
                        one ->
                                shape.equals(one)
                                        || one.length() >= LEAST_SHAPE && shape.contains(one))
                .min(String::compareTo)
                .map(shapes::get);
    }
}
