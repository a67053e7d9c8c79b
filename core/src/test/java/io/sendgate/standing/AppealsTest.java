package io.sendgate.standing;

import static org.assertj.core.api.Assertions.assertThat;

import io.sendgate.message.MessageClass;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class AppealsTest {

    private static final String CASE = "case_1";

    private final Desk desk = new Desk(Ladders.GRADUATED);

    @Test
    void aGrantedAppealUndoesATerminationAndVoidsItsStrike() {
        desk.act(CASE, Desk.restrain(Action.TERMINATE));
        desk.appeal(desk.last());

        desk.answer(desk.last(), true);

        assertThat(desk.state().level(desk.now())).isEqualTo(StandingLevel.ACTIVE);
        assertThat(desk.state().strikes()).isEmpty();
        assertThat(desk.state().appeals()).isEmpty();
    }

    @Test
    void aRefusedAppealChangesNothingAndIsTheLastWord() {
        desk.act(CASE, Desk.restrain(Action.SUSPEND));
        String suspension = desk.last();
        desk.appeal(suspension);
        String appeal = desk.last();

        desk.answer(appeal, false);

        assertThat(desk.bars(MessageClass.SERVICE)).containsExactly(Action.SUSPEND);
        assertThat(desk.answer(appeal, true))
                .isEqualTo(new Ruling.Refused(Refusal.ANSWERED_ALREADY));
        assertThat(desk.appeal(suspension)).isEqualTo(new Ruling.Refused(Refusal.APPEALED_ALREADY));
    }

    @Test
    void aStrikeCanBeAppealedAfterItsActionWasLifted() {
        desk.act(CASE, Desk.restrain(Action.SUSPEND));
        String suspension = desk.last();
        desk.act(CASE, Desk.lift());

        desk.appeal(suspension);
        desk.answer(desk.last(), true);

        assertThat(desk.state().strikes()).isEmpty();
    }

    @Test
    void theThirtiethDayIsInTimeAndTheThirtyFirstIsNot() {
        desk.act(CASE, Desk.restrain(Action.SUSPEND));
        String suspension = desk.last();

        desk.wait(Duration.ofDays(31));
        assertThat(desk.appeal(suspension))
                .isEqualTo(new Ruling.Refused(Refusal.APPEAL_WINDOW_CLOSED));
        desk.wait(Duration.ofNanos(-1));
        assertThat(desk.appeal(suspension)).isInstanceOf(Ruling.Accepted.class);
    }

    @Test
    void aPolicyWithoutATimeLimitHearsEveryAppeal() {
        Desk direct = new Desk(Ladders.DIRECT);
        direct.act(CASE, Desk.restrain(Action.TERMINATE));
        String termination = direct.last();
        direct.wait(Duration.ofDays(3_650));

        assertThat(direct.appeal(termination)).isInstanceOf(Ruling.Accepted.class);
    }

    @Test
    void anAppealIsDueTenBusinessDaysOnAndThenOverdue() {
        desk.act(CASE, Desk.restrain(Action.SUSPEND));
        desk.appeal(desk.last());

        Appeal appeal = desk.state().appeals().getFirst();
        assertThat(appeal.dueAt()).isEqualTo("2026-12-04T12:00:00Z");
        assertThat(appeal.isOverdue(appeal.dueAt().minusNanos(1))).isFalse();
        assertThat(appeal.isOverdue(appeal.dueAt())).isTrue();
    }

    @Test
    void thereIsNoAppealAgainstWhatWasNotDone() {
        assertThat(desk.appeal("id_7")).isEqualTo(new Ruling.Refused(Refusal.NOT_APPEALABLE));
        assertThat(desk.answer("id_7", true)).isEqualTo(new Ruling.Refused(Refusal.NO_SUCH_APPEAL));
    }
}
