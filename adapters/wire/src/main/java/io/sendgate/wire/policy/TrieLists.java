package io.sendgate.wire.policy;

import io.sendgate.policy.Skeleton;
import io.sendgate.policy.TermFinder;
import io.sendgate.policy.WordLists;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A document's word lists, found by an automaton that documents may share.
final class TrieLists implements WordLists {

    private static final int LEAST_SHAPE = 5;

    private final Map<String, WordList> lists;
    private final Map<String, String> names = new HashMap<>();
    private final TermFinder finder;

    /// Lists with an automaton of their own.
    TrieLists(List<WordList> lists) {
        this(byName(lists), new TermTrie(byName(lists)));
    }

    /// @param keyed the document's lists by their keys in the automaton
    TrieLists(Map<String, WordList> keyed, TermFinder finder) {
        this.lists = byName(List.copyOf(keyed.values()));
        this.finder = finder;
        keyed.forEach((key, list) -> names.put(key, list.name()));
    }

    private static Map<String, WordList> byName(List<WordList> lists) {
        return lists.stream().collect(Collectors.toMap(WordList::name, Function.identity()));
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
    public TermFinder finder() {
        return finder;
    }

    @Override
    public Optional<String> name(String key) {
        return Optional.ofNullable(names.get(key));
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
