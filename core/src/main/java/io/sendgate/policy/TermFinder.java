package io.sendgate.policy;

import io.sendgate.policy.WordLists.Hit;

import java.util.List;

/// Finds the terms of many word lists in one pass over a text, in time linear in the text.
public interface TermFinder {

    /// Every place where a term stands as whole words, in the order of where it ends; a hit's list
    /// is the finder's key for it.
    ///
    /// @param words a text in normal form
    List<Hit> scan(String words);
}
