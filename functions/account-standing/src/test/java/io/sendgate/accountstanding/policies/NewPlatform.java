package io.sendgate.accountstanding.policies;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.sendgate.account.PlatformState;
import io.sendgate.account.PlatformState.Published;
import io.sendgate.aws.AccountStore;
import io.sendgate.decision.PolicyRef;
import io.sendgate.wire.policy.PolicyDocuments;
import io.sendgate.wire.policy.SeededPolicyBook;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A platform in memory, on which versions can be published.
final class NewPlatform {

    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    static final PolicyDocuments DOCUMENTS = PolicyDocuments.seeded();

    private final Map<Published, byte[]> kept = new HashMap<>();
    private PlatformState state = PlatformState.NEW;
    final AccountStore store = store();
    final SeededPolicyBook book =
            new SeededPolicyBook(
                    DOCUMENTS, version -> kept.getOrDefault(version, new byte[0]).clone());
    final PolicyVersions versions = new PolicyVersions(DOCUMENTS, book);
    final PolicyDesk desk = new PolicyDesk(DOCUMENTS, book, versions);

    /// The platform as it is now.
    PlatformState state() {
        return state;
    }

    /// Puts a version in force from an instant, unchecked.
    Published add(byte[] document, Instant effectiveAt) {
        PolicyRef ref = DOCUMENTS.parse(document, DOCUMENTS::lexicon).ref();
        Published version = new Published(ref.id(), ref.version(), ref.digest(), effectiveAt);
        kept.put(version, document.clone());
        state = state.with(version);
        return version;
    }

    private AccountStore store() {
        AccountStore accounts = mock(AccountStore.class);
        when(accounts.platform()).thenAnswer(call -> state);
        when(accounts.accounts()).thenReturn(List.of());
        when(accounts.append(any(PlatformState.class), anyString(), any()))
                .thenAnswer(
                        call -> {
                            state = call.getArgument(0);
                            return Optional.empty();
                        });
        return accounts;
    }
}
