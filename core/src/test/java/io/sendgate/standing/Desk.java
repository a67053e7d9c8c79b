package io.sendgate.standing;

import io.sendgate.contact.RecipientTag;
import io.sendgate.message.MessageClass;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// An operator at work on one account.
final class Desk {

    static final Instant START = Instant.parse("2026-11-20T12:00:00Z");
    static final BusinessDays CALENDAR = new BusinessDays(ZoneOffset.UTC, day -> false);

    private final Ladder ladder;
    private final List<Step> history = new ArrayList<>();
    private StandingState state = StandingState.GOOD;
    private Instant now = START;
    private int number;

    Desk(Ladder ladder) {
        this.ladder = ladder;
    }

    StandingState state() {
        return state;
    }

    List<Step> history() {
        return List.copyOf(history);
    }

    Instant now() {
        return now;
    }

    Ladder ladder() {
        return ladder;
    }

    /// Lets time pass.
    void wait(Duration duration) {
        now = now.plus(duration);
    }

    /// The id of the newest action or appeal.
    String last() {
        return "id_" + number;
    }

    Ruling act(String caseId, Proposal proposal) {
        number++;
        return settled(Enforcement.rule(state, ladder, order(caseId), proposal));
    }

    Ruling appeal(String action) {
        number++;
        return settled(Enforcement.appeal(state, ladder, last(), action, CALENDAR, now));
    }

    Ruling answer(String appeal, boolean isGranted) {
        return settled(Enforcement.answer(state, appeal, isGranted, now));
    }

    /// What bars a message of a class from anybody but the account's named end users.
    List<Action> bars(MessageClass messageClass) {
        return state.bars(messageClass, Optional.empty(), now).stream()
                .map(Restraint::action)
                .toList();
    }

    private Order order(String caseId) {
        return new Order(last(), caseId, "4.1", now);
    }

    private Ruling settled(Ruling ruling) {
        if (ruling instanceof Ruling.Accepted(Step step)) {
            history.add(step);
            state = state.after(step);
        }
        return ruling;
    }

    static Proposal.Restrain restrain(Action action) {
        return new Proposal.Restrain(action, Set.of(), Optional.empty(), Optional.empty());
    }

    static Proposal.Restrain until(Action action, Instant end) {
        return new Proposal.Restrain(action, Set.of(), Optional.of(end), Optional.empty());
    }

    static Proposal.Restrain scoped(Action action, MessageClass... scope) {
        return new Proposal.Restrain(action, Set.of(scope), Optional.empty(), Optional.empty());
    }

    static Proposal.Lift lift() {
        return new Proposal.Lift(Optional.empty());
    }

    static Proposal.Lift lift(String action) {
        return new Proposal.Lift(Optional.of(action));
    }

    static Proposal.Block block() {
        return new Proposal.Block(
                new RecipientTag("0".repeat(RecipientTag.LENGTH)), RecipientBlock.Reach.ACCOUNT);
    }
}
