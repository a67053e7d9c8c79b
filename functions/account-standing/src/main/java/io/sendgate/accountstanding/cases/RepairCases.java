package io.sendgate.accountstanding.cases;

import io.sendgate.aws.CaseStore;
import io.sendgate.aws.StoredCase;
import io.sendgate.standing.CaseEntry;
import io.sendgate.standing.CaseState;
import io.sendgate.standing.StandingState;
import io.sendgate.standing.Step;

import jakarta.inject.Singleton;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Does what a case says and nobody has done: whoever wrote the line died before the account's.
@Singleton
public class RepairCases {

    private static final Duration REACH = Duration.ofDays(3);
    private static final int PAGE = 100;
    private static final int MOST_KNOWN = 50;

    private final CaseStore cases;
    private final AccountBook accounts;
    private final Effects effects;

    /// Over the cases and what they change.
    public RepairCases(CaseStore cases, AccountBook accounts, Effects effects) {
        this.cases = cases;
        this.accounts = accounts;
        this.effects = effects;
    }

    /// Looks at the newest cases of every state.
    ///
    /// @return how many needed it
    int run(Instant now) {
        List<StoredCase> undone =
                Arrays.stream(CaseState.values())
                        .flatMap(state -> cases.inState(state, Optional.empty(), PAGE).stream())
                        .filter(file -> isUndone(file, now))
                        .toList();
        for (StoredCase file : undone) {
            effects.carryOut(new CaseLoop.Written(file, file.history().last()), Optional.empty());
        }
        return undone.size();
    }

    private boolean isUndone(StoredCase file, Instant now) {
        CaseEntry last = file.history().last();
        return last.at().isAfter(now.minus(REACH))
                && Effects.matters(last)
                && file.account()
                        .flatMap(accounts::facts)
                        .map(facts -> facts.account().standing())
                        .filter(standing -> lacks(standing, last.step()))
                        .isPresent();
    }

    /// An account remembers its last fifty steps; beyond them nobody can tell, so nothing is done.
    private static boolean lacks(StandingState standing, Optional<Step> step) {
        return standing.recent().size() < MOST_KNOWN
                && step.map(one -> !standing.recent().contains(one.id())).orElse(false);
    }
}
