package io.sendgate.accountstanding.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.sendgate.account.AccountFacts;
import io.sendgate.account.AccountId;
import io.sendgate.account.AccountState;
import io.sendgate.aws.CaseStore;
import io.sendgate.aws.StoredCase;
import io.sendgate.standing.Action;
import io.sendgate.standing.CaseEntry;
import io.sendgate.standing.CaseState;
import io.sendgate.standing.Order;
import io.sendgate.standing.Restraint;
import io.sendgate.standing.StandingState;
import io.sendgate.standing.Step;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// Whoever writes a case's line may die before the account's: the sweep does what is undone.
class RepairCasesTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final AccountId ADA = new AccountId("acct_ada");

    private final CaseStore cases = mock(CaseStore.class);
    private final AccountBook accounts = mock(AccountBook.class);
    private final Effects effects = mock(Effects.class);
    private final RepairCases repairs = new RepairCases(cases, accounts, effects);

    @BeforeEach
    void noCases() {
        when(cases.inState(any(), any(), anyInt())).thenReturn(List.of());
    }

    @Test
    void aLineThatWasNotDoneIsDoneThoughLaterOnesWere() {
        StoredCase file = file("case_1", NOW, "act_1", "act_2");
        stored(List.of(file));
        known("act_2");

        assertThat(repairs.run(NOW)).isEqualTo(1);

        verify(effects).carryOut(written(file, "act_1"), Optional.empty());
        verify(effects, never()).carryOut(written(file, "act_2"), Optional.empty());
    }

    @Test
    void aCaseBehindAHundredNewerOnesIsFound() {
        List<StoredCase> newer =
                IntStream.range(0, 100).mapToObj(i -> file("case_9" + i, NOW)).toList();
        StoredCase behind = file("case_1", NOW, "act_1");
        stored(newer);
        when(cases.inState(eq(CaseState.OPEN), eq(Optional.of("case_999")), anyInt()))
                .thenReturn(List.of(behind));
        known();

        assertThat(repairs.run(NOW)).isEqualTo(1);
    }

    @Test
    void whatAFullMemoryCannotTellIsLeftAndWhatIsNewerThanItIsDone() {
        List<String> fifty =
                new ArrayList<>(IntStream.range(10, 60).mapToObj(i -> "act_2" + i).toList());
        StoredCase file = file("case_1", NOW, "act_1", "act_3");
        stored(List.of(file));
        known(fifty.toArray(String[]::new));

        assertThat(repairs.run(NOW)).isEqualTo(1);

        verify(effects).carryOut(written(file, "act_3"), Optional.empty());
    }

    @Test
    void whatIsLongPastIsLeft() {
        stored(List.of(file("case_1", NOW.minus(Duration.ofDays(4)), "act_1")));
        known();

        assertThat(repairs.run(NOW)).isZero();
    }

    private void stored(List<StoredCase> files) {
        when(cases.inState(eq(CaseState.OPEN), eq(Optional.empty()), anyInt())).thenReturn(files);
    }

    private void known(String... recent) {
        StandingState standing =
                new StandingState(List.of(), List.of(), List.of(), List.of(recent));
        AccountState account = mock(AccountState.class);
        when(account.standing()).thenReturn(standing);
        AccountFacts facts = mock(AccountFacts.class);
        when(facts.account()).thenReturn(account);
        when(accounts.facts(ADA)).thenReturn(Optional.of(facts));
    }

    private static StoredCase file(String id, Instant at, String... actions) {
        StoredCase file =
                StoredCase.opened(
                        id,
                        Optional.of(ADA),
                        draft(CaseEntry.Kind.OPENED, id, at, Optional.empty()));
        for (String action : actions) {
            Order order = new Order(action, id, "F7.1.2", at);
            Restraint hold =
                    new Restraint(
                            order,
                            Action.HOLD,
                            Set.of(),
                            Optional.empty(),
                            Optional.empty(),
                            false);
            Step step = new Step.Acted(order, Action.HOLD, Optional.of(hold), false, Set.of());
            file = file.with(draft(CaseEntry.Kind.ACTED, action, at, Optional.of(step)));
        }
        return file;
    }

    private static CaseEntry.Draft draft(
            CaseEntry.Kind kind, String id, Instant at, Optional<Step> step) {
        return new CaseEntry.Draft(kind, id, at, "olga", "As found", Map.of(), step);
    }

    private static CaseLoop.Written written(StoredCase file, String action) {
        CaseEntry entry = file.history().find(CaseEntry.Kind.ACTED, action).orElseThrow();
        return new CaseLoop.Written(file, entry);
    }
}
