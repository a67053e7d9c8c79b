package io.sendgate.wire.policy;

import io.sendgate.policy.WordLists;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The word lists packed with the suite, by the SHA-256 of their files, in one automaton.
///
/// Their form was checked when the suite was built, so that is not done again.
final class PackedLists {

    private final Map<String, byte[]> files = new HashMap<>();
    private final Map<String, WordList> lists = new HashMap<>();
    private Optional<TermTrie> trie = Optional.empty();

    /// Adds the list in a file; the same file again changes nothing.
    void add(String name, byte[] file) {
        String sha256 = Digest.hex(file);
        files.put(sha256, file);
        lists.computeIfAbsent(sha256, key -> WordList.read(name, file));
    }

    /// Builds the automaton: no list is added any more.
    void close() {
        trie = Optional.of(new TermTrie(lists));
    }

    /// The bytes of a list's file.
    Optional<byte[]> bytes(String sha256) {
        return Optional.ofNullable(files.get(sha256)).map(byte[]::clone);
    }

    /// A list.
    Optional<WordList> list(String sha256) {
        return Optional.ofNullable(lists.get(sha256));
    }

    /// A document's lists: in the automaton of all where it has none but packed ones.
    WordLists lists(Map<String, WordList> ofDocument) {
        return new TrieLists(
                ofDocument,
                trie.filter(all -> lists.keySet().containsAll(ofDocument.keySet()))
                        .orElseGet(() -> new TermTrie(ofDocument)));
    }
}
