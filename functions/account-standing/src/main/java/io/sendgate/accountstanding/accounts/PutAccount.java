package io.sendgate.accountstanding.accounts;

import io.sendgate.account.AccountId;
import io.sendgate.account.AccountProfile;
import io.sendgate.account.AccountState;
import io.sendgate.aws.AccountStore;
import io.sendgate.aws.SenderClaims;
import io.sendgate.gate.PolicyBook;
import io.sendgate.rest.problem.Problem;
import io.sendgate.rest.problem.ProblemException;
import io.sendgate.rest.problem.ProblemType;
import io.sendgate.rest.problem.Violation;
import io.sendgate.standing.StandingLevel;
import io.sendgate.wire.policy.PolicyDocuments;

import jakarta.inject.Singleton;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Creates an account, or replaces its document.
@Singleton
public class PutAccount {

    private static final String PARENT = "/parent";
    private static final int CONFLICT = 409;

    private final AccountStore store;
    private final AccountLoop loop;
    private final SenderClaims claims;
    private final IdentityMarks marks;
    private final PolicyDocuments documents;
    private final PolicyBook book;
    private final InstantSource clock;

    /// The use case over its ports.
    ///
    /// @param clock business time
    public PutAccount(
            AccountStore store,
            AccountLoop loop,
            SenderClaims claims,
            IdentityMarks marks,
            PolicyDocuments documents,
            PolicyBook book,
            InstantSource clock) {
        this.store = store;
        this.loop = loop;
        this.claims = claims;
        this.marks = marks;
        this.documents = documents;
        this.book = book;
        this.clock = clock;
    }

    /// An account as it was put.
    ///
    /// @param standing what holds: the worse of its own and its root's
    /// @param created whether it is new
    public record Put(AccountState state, StandingLevel standing, boolean created) {}

    /// Puts a document in place of the one before: never the standing, the keys or the webhook
    /// settings. A document that is already in place changes nothing.
    ///
    /// @throws ProblemException 400 with what is wrong with the document; 409 for another parent
    ///     than before, a parent that has one itself, or a sender of another root account. Nothing
    ///     has changed then.
    public Put put(AccountId id, AccountProfile profile) {
        Instant now = clock.instant();
        refuse(
                ProblemType.INVALID_BODY,
                AccountChecks.faults(
                        profile, PolicyChoices.at(now, documents, book, store.platform())));
        SenderClaiming claiming = new SenderClaiming(claims, id, profile.parent().orElse(id));
        Outcome outcome = run(id, profile, claiming);
        claiming.release(outcome.dropped());
        return new Put(outcome.state(), standing(outcome.state()), outcome.created());
    }

    private Outcome run(AccountId id, AccountProfile profile, SenderClaiming claiming) {
        try {
            return loop.run(id, newest -> plan(id, profile, newest, claiming));
        } catch (ProblemException refused) {
            claiming.giveBack();
            throw refused;
        }
    }

    private AccountPlan<Outcome> plan(
            AccountId id,
            AccountProfile profile,
            Optional<AccountState> newest,
            SenderClaiming claiming) {
        Optional<AccountState> same = newest.filter(old -> old.profile().equals(profile));
        if (same.isPresent()) {
            return new AccountPlan.Keep<>(new Outcome(same.get(), false, Set.of()));
        }
        newest.ifPresentOrElse(
                old -> requireSameParent(old.profile(), profile), () -> requireRoot(profile));
        requireUnbanned(newest.map(AccountState::profile), profile);
        Set<String> held = newest.map(old -> SenderClaiming.listed(old.profile())).orElse(Set.of());
        refuse(ProblemType.CONFLICT, claiming.claim(profile, held));
        return newest.map(old -> replaced(old, profile, held))
                .orElseGet(() -> opened(AccountState.opened(id, profile)));
    }

    private static AccountPlan<Outcome> opened(AccountState first) {
        return new AccountPlan.Append<>(
                first,
                AccountChange.byOperator("account-opened", Optional.empty()),
                new Outcome(first, true, Set.of()));
    }

    private static AccountPlan<Outcome> replaced(
            AccountState old, AccountProfile profile, Set<String> held) {
        AccountState next = old.with(profile);
        Set<String> kept = SenderClaiming.listed(profile);
        Set<String> dropped =
                held.stream()
                        .filter(sender -> !kept.contains(sender))
                        .collect(Collectors.toUnmodifiableSet());
        return new AccountPlan.Append<>(
                next,
                AccountChange.byOperator("account-replaced", Optional.empty()),
                new Outcome(next, false, dropped));
    }

    private static void requireSameParent(AccountProfile old, AccountProfile next) {
        if (!old.parent().equals(next.parent())) {
            refuse(ProblemType.CONFLICT, List.of(new Violation(PARENT, "never changes")));
        }
    }

    /// Refuses to let a banned business in under another name.
    private void requireUnbanned(Optional<AccountProfile> before, AccountProfile profile) {
        Map<String, String> banned = store.platform().banned();
        if (banned.isEmpty()) {
            return;
        }
        Set<String> fresh = new HashSet<>(marks.of(profile));
        before.map(marks::of).ifPresent(fresh::removeAll);
        fresh.stream()
                .map(mark -> Optional.ofNullable(banned.get(mark)))
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(
                        caseId -> {
                            throw Problem.of(CONFLICT, "banned-identity", "A banned business")
                                    .because("The account shares its identity with a banned one")
                                    .with("case", caseId)
                                    .toException();
                        });
    }

    private void requireRoot(AccountProfile profile) {
        if (profile.parent().isEmpty()) {
            return;
        }
        AccountState parent =
                store.newest(profile.parent().get())
                        .orElseThrow(
                                () ->
                                        Problem.invalidBody(PARENT, "is no account there is")
                                                .toException());
        if (parent.profile().parent().isPresent()) {
            refuse(
                    ProblemType.CONFLICT,
                    List.of(new Violation(PARENT, "must be an account without a parent")));
        }
    }

    private StandingLevel standing(AccountState state) {
        return state.profile()
                .parent()
                .flatMap(store::newest)
                .map(root -> level(state).worse(level(root)))
                .orElseGet(() -> level(state));
    }

    private StandingLevel level(AccountState state) {
        return state.standing().level(clock.instant());
    }

    private static void refuse(ProblemType type, List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw Problem.of(type).at(violations).toException();
        }
    }

    /// What a plan leads to.
    ///
    /// @param dropped the senders that the document lists no longer
    private record Outcome(AccountState state, boolean created, Set<String> dropped) {}
}
