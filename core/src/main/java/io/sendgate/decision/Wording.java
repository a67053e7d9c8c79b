package io.sendgate.decision;

import io.sendgate.policy.Content;
import io.sendgate.policy.NormalizedText;
import io.sendgate.policy.Policy;
import io.sendgate.policy.TextNormalizer;
import io.sendgate.policy.WordLists;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A text as rules look into it: normalised once, and searched once for each document's word lists.
///
/// One belongs to one decision and to one thread.
final class Wording {

    private final String text;
    private final List<String> names;
    private final Map<String, List<Reading>> readings = new HashMap<>();
    private Optional<List<NormalizedText>> forms = Optional.empty();

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

    /// The first of the account's names in the text.
    Optional<String> name() {
        String words = " " + words().text() + " ";
        return names.stream().filter(name -> words.contains(" " + name + " ")).findFirst();
    }

    /// The first place that fits, in any form of the text.
    Optional<Found> find(Content.Mentions wanted, Policy document) {
        return readings(document).stream()
                .flatMap(reading -> reading.find(wanted).stream())
                .findFirst();
    }

    /// Every place where a term of a list stands in the text as it is.
    List<WordLists.Hit> hits(String list, Policy document) {
        return readings(document).getFirst().hits(list);
    }

    private List<Reading> readings(Policy document) {
        return readings.computeIfAbsent(
                document.ref().digest(),
                digest ->
                        forms().stream()
                                .map(form -> new Reading(form, document.wordLists(), names))
                                .toList());
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

    /// The text's account names as they stand in a form of it.
    static Stream<int[]> places(String name, String words) {
        String padded = " " + words + " ";
        String wanted = " " + name + " ";
        return Stream.iterate(
                        padded.indexOf(wanted), at -> at >= 0, at -> padded.indexOf(wanted, at + 1))
                .map(at -> new int[] {at, at + name.length()});
    }
}
