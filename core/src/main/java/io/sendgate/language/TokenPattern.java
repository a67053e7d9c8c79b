package io.sendgate.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/// A sequence of words to look for, compiled to a machine of at most 62 states in one `long`.
///
/// The notation, elements apart by spaces: `word`, `one|other`, `<class>`, each with `?` where it
/// may
/// be missing; `*3` for up to three words of any kind; `^` and `$` for the beginning and the end of
/// a clause, `^.` and `$.` of a sentence, `^^` and `$$` of the message, courtesies aside; `~` first
/// where a shield may go on after a comma. A match never crosses the end of a sentence and is no
/// longer than its pattern, so that looking for it takes time linear in the message.
final class TokenPattern {

    private static final int MOST_ELEMENTS = 62;

    /// How much must begin, or end, where a match does.
    enum Anchor {
        NONE,
        CLAUSE,
        SENTENCE,
        MESSAGE
    }

    private final boolean across;
    private final Anchor start;
    private final Anchor end;
    private final Map<String, Long> masks;
    private final long anyMask;
    private final long optional;
    private final long accepting;
    private final Set<String> firstWords;

    private TokenPattern(boolean across, Anchor start, Anchor end, List<Element> elements) {
        this.across = across;
        this.start = start;
        this.end = end;
        this.masks = new HashMap<>();
        long any = 0;
        long skip = 0;
        for (int i = 0; i < elements.size(); i++) {
            long bit = 1L << i;
            Element element = elements.get(i);
            element.words().forEach(word -> masks.merge(word, bit, (a, b) -> a | b));
            any |= element.words().isEmpty() ? bit : 0;
            skip |= element.maybe() ? bit : 0;
        }
        this.anyMask = any;
        this.optional = skip;
        this.accepting = 1L << elements.size();
        this.firstWords = elements.getFirst().words();
    }

    /// One place of a pattern.
    ///
    /// @param words what may stand there; empty for any word
    private record Element(Set<String> words, boolean maybe) {}

    /// Compiles a pattern.
    ///
    /// @throws IllegalArgumentException where it is none, or names an unknown class
    static TokenPattern of(String notation, Map<String, List<String>> classes) {
        List<String> parts = new ArrayList<>(List.of(notation.trim().split(" +")));
        boolean across = parts.getFirst().equals("~");
        if (across) {
            parts.removeFirst();
        }
        Anchor start = anchor(parts.getFirst(), '^');
        if (start != Anchor.NONE) {
            parts.removeFirst();
        }
        Anchor end = parts.isEmpty() ? Anchor.NONE : anchor(parts.getLast(), '$');
        if (end != Anchor.NONE) {
            parts.removeLast();
        }
        List<Element> elements = new ArrayList<>();
        parts.forEach(part -> elements.addAll(elements(part, classes)));
        if (elements.isEmpty()
                || elements.size() > MOST_ELEMENTS
                || elements.getFirst().maybe()
                || elements.getFirst().words().isEmpty()) {
            throw new IllegalArgumentException("no pattern: " + notation);
        }
        return new TokenPattern(across, start, end, elements);
    }

    private static Anchor anchor(String part, char sign) {
        if (part.isEmpty() || part.charAt(0) != sign) {
            return Anchor.NONE;
        }
        return switch (part.substring(1)) {
            case "" -> Anchor.CLAUSE;
            case "." -> Anchor.SENTENCE;
            default -> Anchor.MESSAGE;
        };
    }

    private static List<Element> elements(String part, Map<String, List<String>> classes) {
        List<Element> elements = new ArrayList<>();
        if (part.charAt(0) == '*') {
            for (int i = Integer.parseInt(part.substring(1)); i > 0; i--) {
                elements.add(new Element(Set.of(), true));
            }
            return elements;
        }
        boolean maybe = part.endsWith("?");
        String bare = maybe ? part.substring(0, part.length() - 1) : part;
        List<List<String>> spelt = new ArrayList<>();
        for (String word : bare.split("\\|")) {
            List<String> meant = word.charAt(0) == '<' ? named(word, classes) : List.of(word);
            meant.forEach(one -> spelt.add(Tokens.wordsOf(one)));
        }
        if (spelt.size() == 1) {
            spelt.getFirst().forEach(word -> elements.add(new Element(Set.of(word), maybe)));
            return elements;
        }
        Set<String> words = new HashSet<>();
        for (List<String> one : spelt) {
            if (one.size() != 1) {
                throw new IllegalArgumentException("not one word: " + one + " in " + part);
            }
            words.add(one.getFirst());
        }
        return List.of(new Element(Set.copyOf(words), maybe));
    }

    private static List<String> named(String name, Map<String, List<String>> classes) {
        List<String> words = classes.get(name.substring(1, name.length() - 1));
        if (words == null || words.isEmpty()) {
            throw new IllegalArgumentException("no class " + name);
        }
        return words;
    }

    /// Every word it names.
    Set<String> words() {
        return Set.copyOf(masks.keySet());
    }

    /// The words that it can begin with.
    Set<String> firstWords() {
        return firstWords;
    }

    /// The last word of the longest match that begins at a word; empty where none does.
    ///
    /// @param within whether it must stay in one clause
    OptionalInt matchFrom(Clauses clauses, int first, boolean within) {
        if (!clauses.begins(first, start)) {
            return OptionalInt.empty();
        }
        OptionalInt longest = OptionalInt.empty();
        long states = 1;
        for (int at = first; at < clauses.size() && states != 0; at++) {
            if (at > first && clauses.isBroken(at, within && !across)) {
                break;
            }
            long mask = anyMask | masks.getOrDefault(clauses.word(at), 0L);
            states = skipping((states & mask) << 1);
            if ((states & accepting) != 0 && clauses.ends(at, end)) {
                longest = OptionalInt.of(at);
            }
        }
        return longest;
    }

    /// The states with those that are reached from them by leaving out what may be missing.
    private long skipping(long states) {
        long reached = states;
        long next = reached | (reached & optional) << 1;
        while (next != reached) {
            reached = next;
            next = reached | (reached & optional) << 1;
        }
        return reached;
    }
}
