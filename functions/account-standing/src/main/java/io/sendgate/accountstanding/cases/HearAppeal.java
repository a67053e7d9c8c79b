package io.sendgate.accountstanding.cases;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.sendgate.account.AccountFacts;
import io.sendgate.account.AccountId;
import io.sendgate.aws.CaseStore;
import io.sendgate.rest.dto.AppealDecisionDto;
import io.sendgate.rest.dto.AppealDto;
import io.sendgate.rest.idempotency.Idempotency;
import io.sendgate.rest.problem.Problem;
import io.sendgate.rest.problem.ProblemType;
import io.sendgate.standing.Appeal;
import io.sendgate.standing.CaseEntry;
import io.sendgate.standing.Enforcement;
import io.sendgate.standing.Measure;
import io.sendgate.standing.Order;
import io.sendgate.standing.Refusal;
import io.sendgate.standing.StandingState;
import io.sendgate.standing.Step;
import io.sendgate.standing.Strike;
import io.sendgate.wire.keys.PlainIds;

import jakarta.inject.Singleton;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Takes an account's appeals in, and the operator's answers to them.
@Singleton
public class HearAppeal {

    private static final String PREFIX = "app_";

    private final CaseStore cases;
    private final CaseLoop loop;
    private final AccountBook accounts;
    private final Effects effects;
    private final Once once;
    private final PlainIds ids;
    private final StandingSettings settings;
    private final InstantSource clock;

    /// The use case over its ports.
    ///
    /// @param clock business time
    public HearAppeal(
            CaseStore cases,
            CaseLoop loop,
            AccountBook accounts,
            Effects effects,
            Once once,
            PlainIds ids,
            StandingSettings settings,
            InstantSource clock) {
        this.cases = cases;
        this.loop = loop;
        this.accounts = accounts;
        this.effects = effects;
        this.once = once;
        this.ids = ids;
        this.settings = settings;
        this.clock = clock;
    }

    /// Takes an appeal in.
    ///
    /// @throws io.sendgate.rest.problem.ProblemException 422 where something is missing, 404 where
    ///     there is no such action against the account, 409 where it is too late
    public CaseLoop.Written open(AccountId account, AppealDto body, Idempotency request) {
        if (!body.missing().isEmpty()) {
            throw Problem.of(ProblemType.REFUSED).at(body.missing()).toException();
        }
        String action = Optional.ofNullable(body.action()).orElseThrow();
        Instant now = clock.instant();
        Once.Claim claim = once.claim("appeal|" + account, request, ids.next(PREFIX, now));
        String caseId =
                cases.bound(claim.id())
                        .or(() -> caseOf(accounts.known(account).account().standing(), action))
                        .orElseThrow(Problem.NOT_FOUND::toException);
        CaseLoop.Written written =
                loop.add(
                        caseId,
                        newest ->
                                newest.history()
                                        .find(CaseEntry.Kind.APPEALED, claim.id())
                                        .map(CaseEntry::draft)
                                        .orElseGet(() -> opening(account, claim.id(), body, now)));
        cases.bind(claim.id(), caseId);
        effects.carryOut(written, Optional.empty());
        return written;
    }

    private static Optional<String> caseOf(StandingState standing, String action) {
        return Stream.concat(
                        standing.measures().stream().map(Measure::order),
                        standing.strikes().stream().map(Strike::order))
                .filter(order -> order.id().equals(action))
                .map(Order::caseId)
                .findFirst();
    }

    private CaseEntry.Draft opening(AccountId account, String id, AppealDto body, Instant now) {
        AccountFacts facts = accounts.known(account);
        Step step =
                Refusals.step(
                        Enforcement.appeal(
                                facts.account().standing(),
                                accounts.policy(facts, now).ladder(),
                                id,
                                Optional.ofNullable(body.action()).orElseThrow(),
                                settings.calendar(),
                                now));
        return new CaseEntry.Draft(
                CaseEntry.Kind.APPEALED,
                id,
                now,
                account.value(),
                Optional.ofNullable(body.description()).orElseThrow(),
                Map.of(
                        Facts.EMAIL,
                        Optional.ofNullable(body.accountEmail()).orElseThrow(),
                        Facts.EXPLANATION,
                        Optional.ofNullable(body.explanation()).orElseThrow()),
                Optional.of(step));
    }

    /// Answers an appeal.
    ///
    /// @throws io.sendgate.rest.problem.ProblemException 404 where there is none, 409 where it was
    ///     answered before
    public CaseLoop.Written decide(String appeal, AppealDecisionDto body, Idempotency request) {
        String caseId = cases.bound(appeal).orElseThrow(Problem.NOT_FOUND::toException);
        Once.Claim claim = once.claim("decision|" + appeal, request, appeal);
        CaseLoop.Written written =
                loop.add(
                        caseId,
                        newest -> {
                            Optional<CaseEntry> there =
                                    answered(newest.history().entries(), appeal);
                            if (there.isPresent() && !claim.isRepeat()) {
                                throw Refusals.problem(Refusal.ANSWERED_ALREADY);
                            }
                            return there.map(CaseEntry::draft)
                                    .orElseGet(
                                            () ->
                                                    answer(
                                                            newest.account().orElseThrow(),
                                                            appeal,
                                                            body));
                        });
        effects.carryOut(written, Optional.empty());
        return written;
    }

    private static Optional<CaseEntry> answered(List<CaseEntry> entries, String appeal) {
        return entries.stream()
                .filter(
                        entry ->
                                entry.answer()
                                        .map(answer -> answer.appeal().id().equals(appeal))
                                        .orElse(false))
                .findFirst();
    }

    private CaseEntry.Draft answer(AccountId account, String appeal, AppealDecisionDto body) {
        Instant now = clock.instant();
        Step step =
                Refusals.step(
                        Enforcement.answer(
                                accounts.known(account).account().standing(),
                                appeal,
                                body.isGranted(),
                                now));
        return new CaseEntry.Draft(
                CaseEntry.Kind.ANSWERED,
                step.id(),
                now,
                body.by(),
                body.explanation(),
                Map.of(),
                Optional.of(step));
    }

    /// An appeal as it is answered.
    ///
    /// @param state `open`, `granted` or `refused`
    public record AppealView(
            String id,
            String action,
            String state,
            Instant dueAt,
            @JsonProperty("case") String caseId) {

        /// The appeal of a line that made or answered it.
        static AppealView of(CaseLoop.Written written) {
            Appeal appeal =
                    written.entry()
                            .appeal()
                            .or(() -> written.entry().answer().map(Step.Answered::appeal))
                            .orElseThrow();
            String state =
                    written.file()
                            .history()
                            .answer(appeal.id())
                            .map(answer -> answer.isGranted() ? "granted" : "refused")
                            .orElse("open");
            return new AppealView(
                    appeal.id(), appeal.action(), state, appeal.dueAt(), written.file().id());
        }
    }
}
