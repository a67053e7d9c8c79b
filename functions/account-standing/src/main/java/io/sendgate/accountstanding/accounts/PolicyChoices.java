package io.sendgate.accountstanding.accounts;

import io.sendgate.account.PlatformState;
import io.sendgate.gate.PolicyBook;
import io.sendgate.wire.policy.PolicyDocuments;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What an account may name as its policy and as its packs.
///
/// @param policies ids of policies in force
/// @param packs ids of packs, those included that are announced and not to be had yet
record PolicyChoices(Set<String> policies, Set<String> packs) {

    /// What there is to choose from at an instant.
    static PolicyChoices at(
            Instant now, PolicyDocuments documents, PolicyBook book, PlatformState platform) {
        List<String> published =
                platform.published().stream()
                        .filter(version -> !version.effectiveAt().isAfter(now))
                        .map(PlatformState.Published::id)
                        .filter(id -> documents.document(id).isEmpty())
                        .toList();
        return new PolicyChoices(
                both(book.ids(), published), both(documents.knownPacks(), published));
    }

    private static Set<String> both(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
