package io.sendgate.accountstanding.cases;

import io.sendgate.aws.CaseStore;
import io.sendgate.aws.StoredCase;
import io.sendgate.standing.CaseEntry;
import io.sendgate.standing.CaseState;
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
    private static final int MOST_PAGES = 50;
    private static final int MOST_KNOWN = 50;
    private static final String ACTION = "act_";

    private final CaseStore cases;
    private final AccountBook accounts;
    private final Effects effects;

    /// Over the cases and what they change.
    public RepairCases(CaseStore cases, AccountBook accounts, Effects effects) {
        this.cases = cases;
        this.accounts = accounts;
        this.effects = effects;
    }

    /// Looks at the newest cases of every state, and in each at every line of the last three days.
    ///
    /// @return how many lines needed it
    int run(Instant now) {
        return Arrays.stream(CaseState.values()).mapToInt(state -> run(state, now)).sum();
    }

    private int run(CaseState state, Instant now) {
        int repaired = 0;
        Optional<String> before = Optional.empty();
        for (int page = 0; page < MOST_PAGES; page++) {
            List<StoredCase> files = cases.inState(state, before, PAGE);
            repaired += files.stream().mapToInt(file -> repair(file, now)).sum();
            if (files.size() < PAGE) {
                return repaired;
            }
            before = Optional.of(files.getLast().id());
        }
        return repaired;
    }

    private int repair(StoredCase file, Instant now) {
        List<CaseEntry> late =
                file.history().entries().stream()
                        .filter(entry -> entry.at().isAfter(now.minus(REACH)))
                        .filter(Effects::matters)
                        .toList();
        if (late.isEmpty()) {
            return 0;
        }
        List<CaseEntry> undone = undone(file, late);
        undone.forEach(
                entry -> effects.carryOut(new CaseLoop.Written(file, entry), Optional.empty()));
        return undone.size();
    }

    private List<CaseEntry> undone(StoredCase file, List<CaseEntry> late) {
        List<String> recent =
                file.account()
                        .flatMap(accounts::facts)
                        .map(facts -> facts.account().standing().recent())
                        .orElse(List.of());
        boolean isWhole = file.account().isPresent() && recent.size() < MOST_KNOWN;
        return late.stream()
                .filter(entry -> entry.step().filter(step -> lacks(recent, step)).isPresent())
                .filter(entry -> isWhole || isLaterThanAny(entry, recent))
                .toList();
    }

    private static boolean lacks(List<String> recent, Step step) {
        return !recent.contains(step.id());
    }

    /// An account remembers its last fifty steps. Beyond them nobody can tell but by the ids of
    /// actions, which sort by time: what is later than one that is remembered would be, too.
    private static boolean isLaterThanAny(CaseEntry entry, List<String> recent) {
        return entry.acted().isPresent()
                && recent.stream()
                        .filter(id -> id.startsWith(ACTION))
                        .anyMatch(id -> id.compareTo(entry.id()) < 0);
    }
}
