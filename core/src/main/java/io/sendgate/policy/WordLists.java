package io.sendgate.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Every word list of a document, looked for in one pass, in time linear in the text.
///
/// What finds them may find the lists of other documents too: a text is then read once for all.
public interface WordLists {

    /// The lists' names within the document.
    Set<String> names();

    /// The terms of a list, in its own order; none where there is no such list.
    List<String> terms(String list);

    /// What the terms of a list are about, where the list says so.
    Optional<String> category(String list);

    /// What finds the terms of these lists, and perhaps of others.
    TermFinder finder();

    /// What the document calls the list of a key of the finder's; empty where it has no such list.
    Optional<String> name(String key);

    /// Every place where a term stands as whole words, in the order of where it ends.
    ///
    /// @param words a text in normal form
    default List<Hit> scan(String words) {
        return named(finder().scan(words));
    }

    /// Those of the finder's hits that are of this document's lists, by the names it gives them.
    default List<Hit> named(List<Hit> found) {
        List<Hit> own = new ArrayList<>();
        for (Hit hit : found) {
            name(hit.list())
                    .ifPresent(list -> own.add(new Hit(list, hit.term(), hit.from(), hit.to())));
        }
        return own;
    }

    /// A term of a list that a name of this shape would be taken for; see [Skeleton].
    Optional<String> resembling(String list, String shape);

    /// The first term of a list in a text; empty where it holds none.
    default Optional<Match> find(String list, String text) {
        NormalizedText words = TextNormalizer.words(text);
        return scan(words.text()).stream()
                .filter(hit -> hit.list().equals(list))
                .min(Comparator.comparingInt(Hit::from))
                .map(hit -> new Match(hit.term(), words.original(hit.from(), hit.to())));
    }

    /// A term at its place in a normalised text.
    ///
    /// @param from its first character, inclusive
    /// @param to its last character, exclusive
    record Hit(String list, String term, int from, int to) {}

    /// A term found in a text.
    ///
    /// @param term the list's term
    /// @param span the words of the text that match it
    record Match(String term, String span) {}
}
