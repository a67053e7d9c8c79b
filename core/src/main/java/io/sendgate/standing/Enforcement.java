package io.sendgate.standing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Says what may be done to an account, and what it may appeal against: pure and total.
public final class Enforcement {

    private Enforcement() {}

    /// Whether an operator's proposal may become a step.
    ///
    /// @param state the account's as it is now
    /// @param ladder of the account's policy as it is in force now
    public static Ruling rule(StandingState state, Ladder ladder, Order order, Proposal proposal) {
        if (!ladder.allows(proposal.action())) {
            return new Ruling.Refused(Refusal.NOT_ON_LADDER);
        }
        return switch (proposal) {
            case Proposal.Restrain restrain ->
                    ladder.rung(restrain.action())
                            .map(rung -> restrain(state, rung, order, restrain))
                            .orElseGet(() -> new Ruling.Refused(Refusal.NOT_ON_LADDER));
            case Proposal.Block block ->
                    bounded(
                            state,
                            taking(
                                    order,
                                    Action.BLOCK,
                                    new RecipientBlock(order, block.recipient(), block.reach()),
                                    false));
            case Proposal.Lift lift -> lift(state, order, lift);
            case Proposal.Dismiss dismiss -> dismiss(state, order, dismiss);
            case Proposal.Approve approve ->
                    new Ruling.Accepted(
                            new Step.Acted(
                                    order,
                                    Action.APPROVE,
                                    clearance(order, approve.text()),
                                    false,
                                    Set.of()));
            case Proposal.Refuse refuse -> noting(order, refuse.action());
            case Proposal.Refer refer -> noting(order, refer.action());
        };
    }

    private static Ruling restrain(
            StandingState state, Rung rung, Order order, Proposal.Restrain wanted) {
        if (!rung.takes(wanted.scope())) {
            return new Ruling.Refused(Refusal.SCOPE_NOT_TAKEN);
        }
        Optional<Refusal> badEnd = rung.refusalOf(wanted.until(), order.at());
        if (badEnd.isPresent()) {
            return new Ruling.Refused(badEnd.get());
        }
        Restraint restraint =
                new Restraint(
                        order,
                        rung.action(),
                        rung.covered(wanted.scope()),
                        wanted.until(),
                        wanted.endUser(),
                        rung.forfeitsFees());
        return bounded(state, taking(order, rung.action(), restraint, rung.isStrike()));
    }

    private static Ruling lift(StandingState state, Order order, Proposal.Lift lift) {
        Predicate<Measure> wanted = measure -> lift.target().map(measure.id()::equals).orElse(true);
        List<Measure> standing =
                state.standing(order.caseId(), order.at()).stream().filter(wanted).toList();
        Set<String> ended = ids(standing, Measure::canBeLifted);
        if (!ended.isEmpty()) {
            return ending(order, Action.LIFT, Optional.empty(), ended);
        }
        return new Ruling.Refused(
                standing.isEmpty() ? Refusal.NOTHING_TO_LIFT : Refusal.ONLY_BY_APPEAL);
    }

    private static Ruling dismiss(StandingState state, Order order, Proposal.Dismiss dismiss) {
        List<Measure> standing = state.standing(order.caseId(), order.at());
        if (standing.stream().anyMatch(measure -> !isHold(measure) && isRestraint(measure))) {
            return new Ruling.Refused(Refusal.FINDING_STANDS);
        }
        return ending(
                order,
                Action.DISMISS,
                clearance(order, dismiss.text()),
                ids(standing, Enforcement::isHold));
    }

    /// Whether an account may appeal against an action.
    ///
    /// @param id the appeal's id, `app_…`
    /// @param action the action's id
    /// @param calendar by which the answer is due
    public static Ruling appeal(
            StandingState state,
            Ladder ladder,
            String id,
            String action,
            BusinessDays calendar,
            Instant now) {
        Optional<Instant> taken = taken(state, action);
        if (taken.isEmpty()) {
            return new Ruling.Refused(Refusal.NOT_APPEALABLE);
        }
        if (state.appeals().stream().anyMatch(appeal -> appeal.action().equals(action))) {
            return new Ruling.Refused(Refusal.APPEALED_ALREADY);
        }
        if (!ladder.hears(taken.get(), now)) {
            return new Ruling.Refused(Refusal.APPEAL_WINDOW_CLOSED);
        }
        if (!state.hasRoomForAppeal()) {
            return new Ruling.Refused(Refusal.TOO_MANY);
        }
        Instant dueAt = calendar.after(now, ladder.answerBusinessDays());
        return new Ruling.Accepted(new Step.Appealed(new Appeal(id, action, now, dueAt, false)));
    }

    /// Whether an appeal may be answered.
    ///
    /// @param id the appeal's id
    /// @param isGranted whether what the action took is restored and its strike void
    public static Ruling answer(StandingState state, String id, boolean isGranted, Instant now) {
        return state.appeals().stream()
                .filter(appeal -> appeal.id().equals(id))
                .findFirst()
                .<Ruling>map(
                        appeal ->
                                appeal.isRefused()
                                        ? new Ruling.Refused(Refusal.ANSWERED_ALREADY)
                                        : new Ruling.Accepted(
                                                new Step.Answered(appeal, isGranted, now)))
                .orElseGet(() -> new Ruling.Refused(Refusal.NO_SUCH_APPEAL));
    }

    /// When the action was taken, if anything of it is left that an appeal could undo.
    private static Optional<Instant> taken(StandingState state, String action) {
        return state.measures().stream()
                .filter(Enforcement::isRestraint)
                .map(Measure::order)
                .filter(order -> order.id().equals(action))
                .findFirst()
                .or(
                        () ->
                                state.strikes().stream()
                                        .map(Strike::order)
                                        .filter(order -> order.id().equals(action))
                                        .findFirst())
                .map(Order::at);
    }

    private static Ruling bounded(StandingState state, Step.Acted acted) {
        long standing =
                state.measures().stream()
                        .filter(measure -> !(measure instanceof Clearance))
                        .filter(measure -> !(measure instanceof BarredText))
                        .filter(measure -> measure.standsAt(acted.order().at()))
                        .count();
        return standing < StandingState.MOST_MEASURES
                ? new Ruling.Accepted(acted)
                : new Ruling.Refused(Refusal.TOO_MANY);
    }

    private static Step.Acted taking(
            Order order, Action action, Measure measure, boolean isStrike) {
        return new Step.Acted(order, action, Optional.of(measure), isStrike, Set.of());
    }

    private static Ruling ending(
            Order order, Action action, Optional<Measure> taken, Set<String> ended) {
        return new Ruling.Accepted(new Step.Acted(order, action, taken, false, ended));
    }

    private static Ruling noting(Order order, Action action) {
        return ending(order, action, Optional.empty(), Set.of());
    }

    private static Optional<Measure> clearance(Order order, Optional<String> text) {
        return text.map(hash -> new Clearance(order, hash));
    }

    private static boolean isRestraint(Measure measure) {
        return measure instanceof Restraint;
    }

    private static boolean isHold(Measure measure) {
        return measure instanceof BarredText
                || (measure instanceof Restraint restraint && restraint.action() == Action.HOLD);
    }

    private static Set<String> ids(List<Measure> measures, Predicate<Measure> which) {
        return measures.stream()
                .filter(which)
                .map(Measure::id)
                .collect(Collectors.toUnmodifiableSet());
    }
}
