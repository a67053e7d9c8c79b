package io.sendgate.policy;

import io.sendgate.account.Mode;

import java.util.List;
import java.util.stream.Stream;

/// Every document that speaks of an account's messages at one instant.
///
/// @param own Sendgate's own rules, which always apply
/// @param policy the account's policy
/// @param packs law and carrier packs on top
/// @param mode whether decisions bind
public record PolicySet(Policy own, Policy policy, List<Policy> packs, Mode mode) {

    /// Copies the list, so that a set never changes.
    public PolicySet {
        packs = List.copyOf(packs);
    }

    /// All documents, Sendgate's own first.
    public Stream<Policy> documents() {
        return Stream.concat(Stream.of(own, policy), packs.stream());
    }
}
