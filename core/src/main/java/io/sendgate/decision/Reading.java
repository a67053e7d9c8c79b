package io.sendgate.decision;

import io.sendgate.policy.Content;
import io.sendgate.policy.NormalizedText;
import io.sendgate.policy.WordLists;
import io.sendgate.policy.WordLists.Hit;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// One form of a text, with every term that stands in it.
final class Reading {

    private final NormalizedText words;
    private final WordLists lists;
    private final List<String> names;
    private final Map<String, List<Hit>> hits;

    /// @param names the account's own, in normal form
    Reading(NormalizedText words, WordLists lists, List<String> names) {
        this.words = words;
        this.lists = lists;
        this.names = names;
        this.hits = lists.scan(words.text()).stream().collect(Collectors.groupingBy(Hit::list));
    }

    /// Every place where a term of the list stands.
    List<Hit> hits(String list) {
        return hits.getOrDefault(list, List.of());
    }

    /// The first place that fits one of several kinds.
    Optional<Wording.Found> find(Content.Mentions wanted) {
        return wanted.any().stream().flatMap(one -> find(one).stream()).findFirst();
    }

    private Optional<Wording.Found> find(Content.Mention wanted) {
        if (wanted.lists().stream().noneMatch(hits::containsKey)) {
            return Optional.empty();
        }
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
