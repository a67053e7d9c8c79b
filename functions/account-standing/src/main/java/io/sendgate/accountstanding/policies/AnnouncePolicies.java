package io.sendgate.accountstanding.policies;

import io.sendgate.account.AccountId;
import io.sendgate.account.AccountState;
import io.sendgate.account.PlatformState;
import io.sendgate.account.PlatformState.Published;
import io.sendgate.aws.AccountStore;
import io.sendgate.aws.PolicyNotice;
import io.sendgate.aws.PolicyStore;
import io.sendgate.policy.Policy;
import io.sendgate.standing.StandingLevel;
import io.sendgate.wire.policy.PolicyDocument;
import io.sendgate.wire.policy.SeededPolicyBook;

import jakarta.inject.Singleton;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Tells everybody of a published version: one event for the platform, one for each account it
/// concerns.
///
/// It may be asked again for what it has told: nothing is told twice under another id.
@Singleton
public class AnnouncePolicies {

    private final AccountStore accounts;
    private final PolicyStore store;
    private final SeededPolicyBook book;
    private final InstantSource clock;

    /// Over the accounts and the policies.
    ///
    /// @param clock business time
    public AnnouncePolicies(
            AccountStore accounts, PolicyStore store, SeededPolicyBook book, InstantSource clock) {
        this.accounts = accounts;
        this.store = store;
        this.book = book;
        this.clock = clock;
    }

    /// Tells of every version that somebody may not have been told of: where telling broke off.
    ///
    /// @return how many versions
    public int repair() {
        PlatformState platform = accounts.platform();
        List<Published> open =
                platform.published().stream()
                        .filter(one -> !store.isFinished(one.id(), one.version()))
                        .toList();
        open.forEach(one -> announce(one, platform));
        return open.size();
    }

    /// Tells of one version that the platform's state has.
    void announce(Published version, PlatformState platform) {
        PolicyNotice notice = notice(version, platform);
        store.announce(notice);
        accounts.accounts().stream()
                .flatMap(id -> accounts.newest(id).stream())
                .filter(state -> concerns(state, version.id(), platform))
                .map(AccountState::id)
                .sorted(Comparator.comparing(AccountId::value))
                .forEach(id -> store.announce(notice.to(id)));
        store.finish(version.id(), version.version());
    }

    private PolicyNotice notice(Published version, PlatformState platform) {
        PolicyDocument document = book.document(version);
        Policy policy = document.policy();
        return new PolicyNotice(
                version.id(),
                version.version(),
                version.digest(),
                policy.summary(),
                policy.lastUpdated(),
                version.effectiveAt(),
                document.isMaterial(),
                platform.published().indexOf(version) + 1L,
                clock.instant(),
                Optional.empty());
    }

    /// Whether an account that is not terminated is under a policy, or has a pack on top.
    private boolean concerns(AccountState account, String document, PlatformState platform) {
        Instant now = clock.instant();
        boolean isActive = account.standing().level(now) != StandingLevel.TERMINATED;
        return isActive
                && (account.profile().policy().equals(document)
                        || packs(account, platform, now).contains(document));
    }

    private List<String> packs(AccountState account, PlatformState platform, Instant now) {
        return account.profile()
                .packs()
                .or(
                        () ->
                                book.document(account.profile().policy(), platform, now)
                                        .map(document -> document.policy().packs()))
                .orElse(List.of());
    }
}
