package io.sendgate.rest.dto;

import io.sendgate.consent.Coverage;

import java.util.List;
import java.util.Optional;

/// Words that a schema has let pass, in the vocabulary of the core.
final class Words {

    private Words() {}

    /// What purposes and classes stand for, each once.
    static List<Coverage> coverage(List<String> words) {
        return words.stream().map(Coverage::parse).flatMap(Optional::stream).distinct().toList();
    }
}
