package io.sendgate.policy;

import io.sendgate.contact.Term;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a rule looks for in a text.
public sealed interface Content {

    /// A mention of one of these kinds, tried in this order.
    record Mentions(List<Mention> any) implements Content {

        /// Copies the list, so that it never changes.
        public Mentions {
            any = List.copyOf(any);
        }
    }

    /// A term of one of these word lists.
    ///
    /// @param lists in the order in which they are tried
    /// @param except lists whose terms shield what they overlap
    /// @param with what must stand near it
    record Mention(List<String> lists, Set<String> except, Optional<With> with) {

        /// Copies the collections, so that it never changes.
        public Mention {
            lists = List.copyOf(lists);
            except = Set.copyOf(except);
        }
    }

    /// A term of another list that must stand near.
    ///
    /// @param within how many words may stand between
    record With(String list, int within, Side side) {}

    /// On which side of a term another must stand.
    enum Side implements Term {
        BEFORE,
        AFTER,
        EITHER
    }

    /// One of the business's names.
    record BusinessName() implements Content {}

    /// The sentence by which the account's chatbot says what it is, or a term of a word list.
    record Disclosure(String list) implements Content {}

    /// Something with a form of its own, such as a card's number.
    record Detected(List<Detector> detectors) implements Content {

        /// Copies the list, so that it never changes.
        public Detected {
            detectors = List.copyOf(detectors);
        }
    }

    /// A name, not the account's, under which the text opens or its writer is introduced.
    ///
    /// @param list words that make it a name of the kind that is looked for
    /// @param common words that name nobody, where a name must have one beyond them
    /// @param introductions words after which a writer gives a name
    record OpeningName(String list, Optional<String> common, String introductions)
            implements Content {}

    /// A sender's name, not the account's, that looks like one on a list.
    record SenderLookalike(String list) implements Content {}
}
