package io.sendgate.accountstanding.cases;

import io.sendgate.account.AccountFacts;
import io.sendgate.account.AccountId;
import io.sendgate.account.AccountState;
import io.sendgate.accountstanding.policies.AnnouncePolicies;
import io.sendgate.aws.AccountStore;
import io.sendgate.aws.CaseStore;
import io.sendgate.aws.DayTally;
import io.sendgate.aws.StoredCase;
import io.sendgate.standing.Appeal;
import io.sendgate.standing.CaseEntry;
import io.sendgate.standing.CaseHistory;
import io.sendgate.standing.CaseState;
import io.sendgate.standing.SharedIdentity;
import io.sendgate.wire.keys.PlainIds;

import jakarta.inject.Singleton;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The schedule behind standing: what is overdue is announced, what is too much opens a case.
@Singleton
public class StandingSweep {

    private static final String BY = "sweep";
    private static final int PAGE = 100;

    private final CaseStore cases;
    private final CaseLoop loop;
    private final AccountStore store;
    private final AccountBook accounts;
    private final OpenCase openCase;
    private final RepairCases repairs;
    private final AnnouncePolicies policies;
    private final DayTally tally;
    private final PlainIds ids;
    private final StandingSettings settings;
    private final InstantSource clock;

    /// The sweep over its ports.
    ///
    /// @param clock business time
    public StandingSweep(
            CaseStore cases,
            CaseLoop loop,
            AccountStore store,
            AccountBook accounts,
            OpenCase openCase,
            RepairCases repairs,
            AnnouncePolicies policies,
            DayTally tally,
            PlainIds ids,
            StandingSettings settings,
            InstantSource clock) {
        this.cases = cases;
        this.loop = loop;
        this.store = store;
        this.accounts = accounts;
        this.openCase = openCase;
        this.repairs = repairs;
        this.policies = policies;
        this.tally = tally;
        this.ids = ids;
        this.settings = settings;
        this.clock = clock;
    }

    /// Runs once; running twice does nothing more.
    ///
    /// @return how many repairs and announcements were made and cases opened
    public int run() {
        Instant now = clock.instant();
        List<AccountId> all = store.accounts();
        int rates = all.stream().mapToInt(account -> rates(account, now)).sum();
        return repairs.run(now) + policies.repair() + announce(now) + rates + identities(all);
    }

    private int announce(Instant now) {
        int announced = 0;
        Optional<String> before = Optional.empty();
        List<StoredCase> page;
        do {
            page = cases.inState(CaseState.APPEALED, before, PAGE);
            for (StoredCase file : page) {
                for (Appeal appeal : file.history().unannounced(now)) {
                    announce(file.id(), appeal, now);
                    announced++;
                }
                before = Optional.of(file.id());
            }
        } while (page.size() == PAGE);
        return announced;
    }

    private void announce(String caseId, Appeal appeal, Instant now) {
        loop.add(
                caseId,
                newest ->
                        new CaseEntry.Draft(
                                CaseEntry.Kind.OVERDUE,
                                appeal.id(),
                                now,
                                BY,
                                "The answer to an appeal is overdue",
                                Map.of(CaseHistory.DUE, appeal.dueAt().toString()),
                                Optional.empty()));
    }

    private int rates(AccountId account, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return rates(account, today) + rates(account, today.minusDays(1));
    }

    private int rates(AccountId account, LocalDate day) {
        StandingSettings.Rates most = settings.rates();
        DayTally.Figures figures = tally.of(account, day);
        boolean counts = figures.sends() >= most.fewestSends();
        int opened = 0;
        if (counts && figures.optOuts() > most.optOuts() * figures.sends()) {
            opened += open(account, CaseOrigin.OPT_OUT_RATE, day, "Many recipients opt out");
        }
        if (counts && figures.complaints() > most.complaints() * figures.sends()) {
            opened += open(account, CaseOrigin.COMPLAINT_RATE, day, "Many recipients complain");
        }
        if (figures.noConsent() >= most.noConsent()) {
            opened += open(account, CaseOrigin.NO_CONSENT, day, "Many messages lack a consent");
        }
        return opened;
    }

    private int open(AccountId account, CaseOrigin origin, LocalDate day, String description) {
        return open(
                String.join("_", "found", origin.term(), account.value(), day.toString()),
                account,
                origin,
                description,
                Map.of());
    }

    private int open(
            String name,
            AccountId account,
            CaseOrigin origin,
            String description,
            Map<String, String> known) {
        Instant now = clock.instant();
        String fresh = ids.next("case_", now);
        String id = cases.bind(name, fresh).orElse(fresh);
        if (cases.find(id).isPresent()) {
            return 0;
        }
        AccountFacts facts = accounts.known(account);
        openCase.open(
                new OpenCase.Opening(
                        id,
                        Optional.of(account),
                        origin,
                        BY,
                        description,
                        Optional.ofNullable(
                                accounts.policy(facts, now).findings().get(origin.term())),
                        known));
        return 1;
    }

    /// Roots that have a mark in common; nobody but the operator is told which.
    private int identities(List<AccountId> all) {
        Map<String, Set<AccountId>> owners = new HashMap<>();
        all.stream()
                .flatMap(id -> store.newest(id).stream())
                .forEach(
                        state ->
                                SharedIdentity.marks(state.profile())
                                        .forEach(mark -> owner(owners, mark, state)));
        return owners.values().stream()
                .filter(accounts -> accounts.size() > 1)
                .distinct()
                .mapToInt(this::sharing)
                .sum();
    }

    private static void owner(Map<String, Set<AccountId>> owners, String mark, AccountState state) {
        owners.computeIfAbsent(mark, it -> new TreeSet<>()).add(state.root());
    }

    private int sharing(Set<AccountId> sharing) {
        List<String> names = sharing.stream().map(AccountId::value).toList();
        return open(
                "found_identity_" + String.join("_", names),
                new TreeSet<>(sharing).last(),
                CaseOrigin.SHARED_IDENTITY,
                "Another account has the same identity",
                Map.of(Facts.ACCOUNTS, String.join(" ", names)));
    }
}
