package io.sendgate.accountstanding.cases;

import io.sendgate.account.PlatformState;
import io.sendgate.accountstanding.accounts.AccountChange;
import io.sendgate.aws.AccountStore;
import io.sendgate.aws.Fence;
import io.sendgate.gate.FactsUnavailable;

import jakarta.inject.Singleton;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// What holds for every account, and how it changes: appended, then waited for.
@Singleton
public class Platform {

    private static final int MOST_ATTEMPTS = 100;

    private final AccountStore store;
    private final Fence fence;
    private final InstantSource clock;

    /// Over the store.
    ///
    /// @param clock business time
    public Platform(AccountStore store, Fence fence, InstantSource clock) {
        this.store = store;
        this.fence = fence;
        this.clock = clock;
    }

    /// Puts a recipient out of everybody's reach, or back.
    void block(String platformTag, boolean blocked) {
        change(
                blocked ? "recipient-blocked" : "recipient-unblocked",
                state -> {
                    Set<String> tags = new HashSet<>(state.blockedTags());
                    boolean changes = blocked ? tags.add(platformTag) : tags.remove(platformTag);
                    return changes ? state.withBlockedTags(tags) : state;
                });
    }

    /// Remembers the marks of a banned account, with the case it was banned in.
    void ban(Set<String> marks, String caseId) {
        change(
                "account-banned",
                state -> {
                    Map<String, String> banned = new HashMap<>(state.banned());
                    marks.forEach(mark -> banned.putIfAbsent(mark, caseId));
                    return banned.equals(state.banned()) ? state : state.withBanned(banned);
                });
    }

    /// Forgets the marks that a case has left.
    void unban(String caseId) {
        change(
                "account-unbanned",
                state -> {
                    Map<String, String> banned = new HashMap<>(state.banned());
                    boolean changes = banned.values().removeIf(caseId::equals);
                    return changes ? state.withBanned(banned) : state;
                });
    }

    /// Adds a published version; of two of one name the first stays.
    ///
    /// @return the platform from then on; every running copy knows of the version
    public PlatformState publish(PlatformState.Published version) {
        return change(
                "policy-published",
                state ->
                        state.published(version.id(), version.version()).isPresent()
                                ? state
                                : state.with(version));
    }

    private PlatformState change(String kind, UnaryOperator<PlatformState> plan) {
        PlatformState newest = store.platform();
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            PlatformState next = plan.apply(newest);
            Optional<PlatformState> winner =
                    next.equals(newest)
                            ? Optional.empty()
                            : store.append(
                                    next,
                                    AccountChange.byOperator(kind, Optional.empty()).text(),
                                    clock.instant());
            if (winner.isEmpty()) {
                fence.await();
                return next;
            }
            newest = winner.get();
        }
        throw new FactsUnavailable("the platform is being changed by others all the time");
    }
}
