package io.sendgate.decision;

import io.sendgate.policy.Content;
import io.sendgate.policy.NormalizedText;
import io.sendgate.policy.WordLists;
import io.sendgate.policy.WordLists.Hit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One form of a text as a document reads it, with every term of its lists that stands in it.
final class Reading {

    private final NormalizedText words;
    private final WordLists lists;
    private final List<String> names;
    private final Map<String, List<Hit>> hits;

    /// @param found what the finder of the lists found in the text
    /// @param names the account's own, in normal form
    Reading(NormalizedText words, List<Hit> found, WordLists lists, List<String> names) {
        this.words = words;
        this.lists = lists;
        this.names = names;
        this.hits = byList(lists.named(found));
    }

    private static Map<String, List<Hit>> byList(List<Hit> found) {
        if (found.isEmpty()) {
            return Map.of();
        }
        Map<String, List<Hit>> byList = new HashMap<>();
        for (Hit hit : found) {
            byList.computeIfAbsent(hit.list(), list -> new ArrayList<>(2)).add(hit);
        }
        return byList;
    }

    /// Every place where a term of the list stands.
    List<Hit> hits(String list) {
        return hits.getOrDefault(list, List.of());
    }

    /// The first place that fits one of several kinds.
    Optional<Wording.Found> find(Content.Mentions wanted) {
        if (hits.isEmpty()) {
            return Optional.empty();
        }
        for (Content.Mention one : wanted.any()) {
            Optional<Wording.Found> found = mayStand(one) ? find(one) : Optional.empty();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private boolean mayStand(Content.Mention wanted) {
        if (wanted.with().isPresent() && !hits.containsKey(wanted.with().get().list())) {
            return false;
        }
        for (String list : wanted.lists()) {
            if (hits.containsKey(list)) {
                return true;
            }
        }
        return false;
    }

    private Optional<Wording.Found> find(Content.Mention wanted) {
        Places places = new Places(words.text());
        wanted.except().forEach(list -> hits(list).forEach(places::shield));
        names.forEach(name -> Wording.places(name, words.text()).forEach(places::own));
        wanted.with()
                .ifPresent(
                        with ->
                                hits(with.list()).stream()
                                        .filter(places::isBare)
                                        .forEach(places::companion));
        return wanted.lists().stream()
                .flatMap(list -> hits(list).stream().sorted(Comparator.comparingInt(Hit::from)))
                .filter(places::isBare)
                .filter(hit -> wanted.with().map(with -> places.isNear(hit, with)).orElse(true))
                .findFirst()
                .map(this::found);
    }

    private Wording.Found found(Hit hit) {
        return new Wording.Found(
                hit.list(),
                lists.category(hit.list()),
                hit.term(),
                words.original(hit.from(), hit.to()));
    }
}
