package io.sendgate.standing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;

class CaseStateTest {

    @Test
    void aCaseInWhichNothingWasDecidedIsOpen() {
        assertThat(CaseState.after(List.of())).isEqualTo(CaseState.OPEN);
        assertThat(CaseState.after(List.of(Action.HOLD, Action.LIFT, Action.REFER)))
                .isEqualTo(CaseState.OPEN);
    }

    @ParameterizedTest
    @EnumSource(
            value = Action.class,
            names = {
                "WARN",
                "RESTRICT",
                "SUSPEND",
                "TERMINATE",
                "BLOCK",
                "DISMISS",
                "APPROVE",
                "REFUSE"
            })
    void aDecisionClosesACaseWhateverFollows(Action action) {
        assertThat(CaseState.after(List.of(Action.HOLD, action, Action.LIFT)))
                .isEqualTo(CaseState.CLOSED);
    }
}
