package io.sendgate.decision;

import io.sendgate.policy.Content;
import io.sendgate.policy.WordLists.Hit;

import java.util.Arrays;

/// Where in a text, counted in words, terms stand: what they shield and what they stand near.
///
/// Everything takes time linear in the text and in what was found.
final class Places {

    private final int[] wordAt;
    private final boolean[] shielded;
    private final int[] name;
    private final boolean[] companionEnds;
    private final boolean[] companionStarts;

    Places(String words) {
        wordAt = new int[words.length() + 1];
        int word = 0;
        for (int at = 0; at < words.length(); at++) {
            wordAt[at] = word;
            word += words.charAt(at) == ' ' ? 1 : 0;
        }
        wordAt[words.length()] = word;
        int count = word + 1;
        shielded = new boolean[count];
        name = new int[count];
        companionEnds = new boolean[count + 1];
        companionStarts = new boolean[count + 1];
    }

    private int first(Hit hit) {
        return wordAt[hit.from()];
    }

    private int last(Hit hit) {
        return wordAt[hit.to() - 1];
    }

    /// What overlaps this does not count.
    void shield(Hit hit) {
        Arrays.fill(shielded, first(hit), last(hit) + 1, true);
    }

    /// What lies within this, a name of the account's, does not count.
    ///
    /// @param range its first character, inclusive, and its last, exclusive
    void own(int[] range) {
        int end = wordAt[range[1] - 1] + 1;
        for (int word = wordAt[range[0]]; word < end; word++) {
            name[word] = Math.max(name[word], end);
        }
    }

    /// What must stand near this may.
    void companion(Hit hit) {
        companionEnds[last(hit) + 1] = true;
        companionStarts[first(hit)] = true;
    }

    /// Whether nothing shields a term.
    boolean isBare(Hit hit) {
        for (int word = first(hit); word <= last(hit); word++) {
            if (shielded[word]) {
                return false;
            }
        }
        return name[first(hit)] <= last(hit);
    }

    /// Whether a companion stands near enough, on the side that is asked for.
    boolean isNear(Hit hit, Content.With with) {
        return switch (with.side()) {
            case BEFORE -> isBefore(hit, with.within());
            case AFTER -> isAfter(hit, with.within());
            case EITHER -> isBefore(hit, with.within()) || isAfter(hit, with.within());
        };
    }

    private boolean isBefore(Hit hit, int within) {
        int first = first(hit);
        for (int word = first; word >= Math.max(0, first - within); word--) {
            if (companionEnds[word]) {
                return true;
            }
        }
        return false;
    }

    private boolean isAfter(Hit hit, int within) {
        int next = last(hit) + 1;
        for (int word = next; word <= Math.min(companionStarts.length - 1, next + within); word++) {
            if (companionStarts[word]) {
                return true;
            }
        }
        return false;
    }
}
