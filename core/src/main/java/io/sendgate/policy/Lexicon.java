package io.sendgate.policy;

import java.util.Optional;

/// A word list that can be looked for in a text, in time linear in the text.
public interface Lexicon {

    /// The list's name within its document.
    String name();

    /// The first match in `text`; empty where no term of the list occurs as whole words.
    Optional<Match> find(String text);

    /// A term found in a text.
    ///
    /// @param term the list's term
    /// @param span the words of the text that match it
    record Match(String term, String span) {}
}
