package io.sendgate.decision;

import io.sendgate.policy.Content;
import io.sendgate.policy.NormalizedText;
import io.sendgate.policy.Policy;
import io.sendgate.policy.TermFinder;
import io.sendgate.policy.TextNormalizer;
import io.sendgate.policy.WordLists;
import io.sendgate.policy.WordLists.Hit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A text as rules look into it: normalised once, and read once for all documents whose word lists
/// are found together.
///
/// One belongs to one decision and to one thread.
final class Wording {

    private static final String POSSESSIVE = "s";

    private final String text;
    private final List<String> names;
    private final IdentityHashMap<TermFinder, List<List<Hit>>> found = new IdentityHashMap<>(2);
    private final IdentityHashMap<WordLists, List<Reading>> readings = new IdentityHashMap<>();
    private Optional<List<NormalizedText>> forms = Optional.empty();
    private Optional<Optional<String>> name = Optional.empty();

    /// @param names the account's, which never count as anything else
    Wording(String text, List<String> names) {
        this.text = text;
        this.names = names.stream().map(TextNormalizer::normalize).toList();
    }

    /// The text as it is.
    String text() {
        return text;
    }

    /// The normalised words of the text as it is.
    NormalizedText words() {
        return forms().getFirst();
    }

    /// The first of the account's names in the text, as it is or as a possessive.
    Optional<String> name() {
        if (name.isEmpty()) {
            String words = " " + words().text() + " ";
            name = Optional.of(names.stream().filter(one -> isNamed(one, words)).findFirst());
        }
        return name.get();
    }

    private static boolean isNamed(String name, String words) {
        return words.contains(" " + name + " ") || words.contains(" " + name + POSSESSIVE + " ");
    }

    /// The first place that fits, in any form of the text.
    Optional<Found> find(Content.Mentions wanted, Policy document) {
        for (Reading reading : readings(document)) {
            Optional<Found> one = reading.find(wanted);
            if (one.isPresent()) {
                return one;
            }
        }
        return Optional.empty();
    }

    /// Every place where a term of a list stands in the text as it is.
    List<Hit> hits(String list, Policy document) {
        return readings(document).getFirst().hits(list);
    }

    private List<Reading> readings(Policy document) {
        return readings.computeIfAbsent(document.wordLists(), this::read);
    }

    private List<Reading> read(WordLists lists) {
        List<List<Hit>> ofForms = found.computeIfAbsent(lists.finder(), this::scanned);
        List<Reading> read = new ArrayList<>(ofForms.size());
        for (int form = 0; form < ofForms.size(); form++) {
            read.add(new Reading(forms().get(form), ofForms.get(form), lists, names));
        }
        return read;
    }

    private List<List<Hit>> scanned(TermFinder finder) {
        List<List<Hit>> scanned = new ArrayList<>(2);
        for (NormalizedText form : forms()) {
            scanned.add(finder.scan(form.text()));
        }
        return scanned;
    }

    private List<NormalizedText> forms() {
        if (forms.isEmpty()) {
            forms = Optional.of(TextNormalizer.forms(text));
        }
        return forms.get();
    }

    /// What was found, and where.
    ///
    /// @param category what the list's terms are about
    /// @param span the words of the text
    record Found(String list, Optional<String> category, String term, String span) {

        /// As a reason's facts.
        Map<String, Object> facts() {
            Map<String, Object> facts =
                    new HashMap<>(Map.of("list", list, "term", term, "span", span));
            category.ifPresent(word -> facts.put("category", word));
            return facts;
        }
    }

    /// The text's account names as they stand in a form of it, as they are or as possessives.
    static Stream<int[]> places(String name, String words) {
        return Stream.concat(exact(name, words), exact(name + POSSESSIVE, words));
    }

    private static Stream<int[]> exact(String name, String words) {
        String padded = " " + words + " ";
        String wanted = " " + name + " ";
        return Stream.iterate(
                        padded.indexOf(wanted), at -> at >= 0, at -> padded.indexOf(wanted, at + 1))
                .map(at -> new int[] {at, at + name.length()});
    }
}
