package io.sendgate.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sendgate.message.MessageClass;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

class EnforcementTest {

    private static final String CASE = "case_1";
    private static final String OTHER_CASE = "case_2";
    private static final Ruling ONLY_BY_APPEAL = new Ruling.Refused(Refusal.ONLY_BY_APPEAL);
    private static final Ruling NOT_ON_LADDER = new Ruling.Refused(Refusal.NOT_ON_LADDER);

    private final Desk desk = new Desk(Ladders.GRADUATED);

    @Test
    void aWarningForbidsNothingAndIsHeardOf() {
        desk.act(CASE, Desk.restrain(Action.WARN));

        assertThat(desk.bars(MessageClass.MARKETING)).isEmpty();
        assertThat(desk.state().warnings(MessageClass.MARKETING, Optional.empty(), desk.now()))
                .hasSize(1);
        assertThat(desk.state().level(desk.now())).isEqualTo(StandingLevel.WARNED);
    }

    @Test
    void aRestrictionTakesItsMessagesAndNoOthers() {
        desk.act(CASE, Desk.restrain(Action.RESTRICT));

        assertThat(desk.bars(MessageClass.MARKETING)).containsExactly(Action.RESTRICT);
        assertThat(desk.bars(MessageClass.TRANSACTIONAL)).isEmpty();
        assertThat(desk.state().level(desk.now())).isEqualTo(StandingLevel.RESTRICTED);
    }

    @ParameterizedTest
    @EnumSource(MessageClass.class)
    void aSuspensionTakesEveryMessageUntilItsEndWhichIsExcluded(MessageClass messageClass) {
        desk.act(CASE, Desk.until(Action.SUSPEND, Desk.START.plusSeconds(60)));

        desk.wait(Duration.ofSeconds(60).minusNanos(1));
        assertThat(desk.bars(messageClass)).containsExactly(Action.SUSPEND);
        desk.wait(Duration.ofNanos(1));
        assertThat(desk.bars(messageClass)).isEmpty();
        assertThat(desk.state().level(desk.now())).isEqualTo(StandingLevel.ACTIVE);
    }

    @Test
    void whatBarsAMessageIsNamedWorstFirst() {
        desk.act(CASE, Desk.until(Action.HOLD, Desk.START.plusSeconds(60)));
        desk.act(CASE, Desk.scoped(Action.RESTRICT, MessageClass.MARKETING));
        desk.act(CASE, Desk.restrain(Action.TERMINATE));
        desk.act(CASE, Desk.restrain(Action.SUSPEND));

        assertThat(desk.bars(MessageClass.MARKETING))
                .containsExactly(Action.TERMINATE, Action.SUSPEND, Action.RESTRICT, Action.HOLD);
    }

    @Test
    void aHoldIsNoFinding() {
        desk.act(CASE, Desk.until(Action.HOLD, Desk.START.plusSeconds(60)));

        assertThat(desk.state().strikes()).isEmpty();
        assertThat(desk.state().level(desk.now())).isEqualTo(StandingLevel.UNDER_INVESTIGATION);
    }

    @Test
    void whatIsAboutOneEndUserBarsNobodyElseAndIsTheAccountsStrike() {
        desk.act(
                CASE,
                new Proposal.Restrain(
                        Action.SUSPEND, Set.of(), Optional.empty(), Optional.of("user_7")));

        assertThat(desk.bars(MessageClass.SERVICE)).isEmpty();
        assertThat(desk.state().bars(MessageClass.SERVICE, Optional.of("user_7"), desk.now()))
                .hasSize(1);
        assertThat(desk.state().level(desk.now())).isEqualTo(StandingLevel.ACTIVE);
        assertThat(desk.state().strikes())
                .extracting(Strike::endUser)
                .containsExactly(Optional.of("user_7"));
    }

    @Test
    void aLiftEndsWhateverStandsOfItsCaseAndNothingElse() {
        desk.act(OTHER_CASE, Desk.restrain(Action.SUSPEND));
        desk.act(CASE, Desk.until(Action.HOLD, Desk.START.plusSeconds(60)));
        desk.act(CASE, Desk.restrain(Action.SUSPEND));
        desk.act(CASE, Desk.block());

        desk.act(CASE, Desk.lift());

        assertThat(desk.state().standing(CASE, desk.now())).isEmpty();
        assertThat(desk.bars(MessageClass.SERVICE)).containsExactly(Action.SUSPEND);
    }

    @Test
    void aLiftCanNameTheOneActionItUndoes() {
        desk.act(CASE, Desk.restrain(Action.SUSPEND));
        String suspension = desk.last();
        desk.act(CASE, Desk.restrain(Action.RESTRICT));

        desk.act(CASE, Desk.lift(suspension));

        assertThat(desk.bars(MessageClass.MARKETING)).containsExactly(Action.RESTRICT);
    }

    @Test
    void aLiftLeavesTheStrike() {
        desk.act(CASE, Desk.restrain(Action.SUSPEND));
        desk.act(CASE, Desk.lift());

        assertThat(desk.state().strikes()).hasSize(1);
    }

    @Test
    void noLiftUndoesATermination() {
        desk.act(CASE, Desk.restrain(Action.TERMINATE));

        assertThat(desk.act(CASE, Desk.lift())).isEqualTo(ONLY_BY_APPEAL);
        assertThat(desk.bars(MessageClass.SERVICE)).containsExactly(Action.TERMINATE);
    }

    @Test
    void aPolicyThatGoesStraightToTheEndKnowsNothingInBetween() {
        Desk direct = new Desk(Ladders.DIRECT);

        assertThat(direct.act(CASE, Desk.restrain(Action.WARN))).isEqualTo(NOT_ON_LADDER);
        assertThat(direct.act(CASE, Desk.restrain(Action.RESTRICT))).isEqualTo(NOT_ON_LADDER);
        assertThat(direct.act(CASE, new Proposal.Refer())).isEqualTo(NOT_ON_LADDER);
        assertThat(direct.act(CASE, Desk.restrain(Action.TERMINATE)))
                .isInstanceOf(Ruling.Accepted.class);
        assertThat(direct.state().level(direct.now())).isEqualTo(StandingLevel.TERMINATED);
    }

    @Test
    void aTerminationMayCostTheFees() {
        Desk direct = new Desk(Ladders.DIRECT);
        direct.act(CASE, Desk.restrain(Action.TERMINATE));

        assertThat(direct.state().bars(MessageClass.SERVICE, Optional.empty(), direct.now()))
                .extracting(Restraint::forfeitsFees)
                .containsExactly(true);
    }

    @Test
    void recipientsAreProtectedAndReviewsAnsweredUnderEveryPolicy() {
        Desk bare = new Desk(Ladders.BARE);

        assertThat(
                        List.of(
                                bare.act(CASE, Desk.block()),
                                bare.act(CASE, new Proposal.Approve(Optional.of("hash"))),
                                bare.act(CASE, new Proposal.Refuse()),
                                bare.act(CASE, Desk.lift()),
                                bare.act(CASE, new Proposal.Dismiss(Optional.empty()))))
                .allMatch(Ruling.Accepted.class::isInstance);
    }

    @Test
    void anEndIsTakenOnlyWhereThePolicyHasOne() {
        assertThat(desk.act(CASE, Desk.until(Action.TERMINATE, Desk.START.plusSeconds(1))))
                .isEqualTo(new Ruling.Refused(Refusal.END_NOT_TAKEN));
        assertThat(desk.act(CASE, Desk.restrain(Action.HOLD)))
                .isEqualTo(new Ruling.Refused(Refusal.END_NEEDED));
        assertThat(desk.act(CASE, Desk.until(Action.SUSPEND, Desk.START)))
                .isEqualTo(new Ruling.Refused(Refusal.END_PASSED));
    }

    @Test
    void aScopeIsTakenOnlyWhereThePolicyHasIt() {
        assertThat(desk.act(CASE, Desk.scoped(Action.RESTRICT, MessageClass.TRANSACTIONAL)))
                .isEqualTo(new Ruling.Refused(Refusal.SCOPE_NOT_TAKEN));
        assertThat(desk.act(CASE, Desk.scoped(Action.SUSPEND, MessageClass.MARKETING)))
                .isEqualTo(new Ruling.Refused(Refusal.SCOPE_NOT_TAKEN));
        assertThat(desk.history()).isEmpty();
    }

    @Test
    void nothingCanBeLiftedTwiceNorAfterItsEnd() {
        desk.act(CASE, Desk.restrain(Action.SUSPEND));
        desk.act(CASE, Desk.lift());
        desk.act(CASE, Desk.until(Action.SUSPEND, Desk.START.plusSeconds(60)));
        desk.wait(Duration.ofSeconds(60));

        assertThat(desk.act(CASE, Desk.lift()))
                .isEqualTo(new Ruling.Refused(Refusal.NOTHING_TO_LIFT));
    }

    @Test
    void aDismissalEndsTheHoldsOfItsCase() {
        desk.act(CASE, Desk.until(Action.HOLD, Desk.START.plusSeconds(60)));

        desk.act(CASE, new Proposal.Dismiss(Optional.empty()));

        assertThat(desk.bars(MessageClass.MARKETING)).isEmpty();
    }

    @Test
    void aCaseIsNotDismissedWhileItsFindingStands() {
        desk.act(CASE, Desk.restrain(Action.WARN));
        assertThat(desk.act(CASE, new Proposal.Dismiss(Optional.empty())))
                .isEqualTo(new Ruling.Refused(Refusal.FINDING_STANDS));

        desk.act(CASE, Desk.lift());
        assertThat(desk.act(CASE, new Proposal.Dismiss(Optional.empty())))
                .isInstanceOf(Ruling.Accepted.class);
    }

    @Test
    void anApprovalClearsTheVeryTextUntilItIsLifted() {
        desk.act(CASE, new Proposal.Approve(Optional.of("hash")));
        assertThat(desk.state().isCleared("hash")).isTrue();
        assertThat(desk.state().isCleared("hush")).isFalse();

        desk.act(CASE, Desk.lift());
        assertThat(desk.state().isCleared("hash")).isFalse();
    }

    @Test
    void aDismissedReviewClearsTheTextAsAnApprovalDoes() {
        desk.act(CASE, new Proposal.Dismiss(Optional.of("hash")));

        assertThat(desk.state().isCleared("hash")).isTrue();
    }

    @Test
    void theOldestClearedTextGivesWayAndRestraintsNever() {
        desk.act(CASE, Desk.restrain(Action.SUSPEND));
        for (int i = 0; i <= StandingState.MOST_CLEARED; i++) {
            desk.act(CASE, new Proposal.Approve(Optional.of("hash_" + i)));
        }

        assertThat(desk.state().isCleared("hash_0")).isFalse();
        assertThat(desk.state().isCleared("hash_1")).isTrue();
        assertThat(desk.bars(MessageClass.SERVICE)).containsExactly(Action.SUSPEND);
    }

    @Test
    void thereIsAnEndToWhatCanStandAndWhatHasEndedMakesRoom() {
        for (int i = 0; i < StandingState.MOST_MEASURES; i++) {
            desk.act(CASE, Desk.until(Action.SUSPEND, Desk.START.plusSeconds(60)));
        }
        assertThat(desk.act(CASE, Desk.block())).isEqualTo(new Ruling.Refused(Refusal.TOO_MANY));

        desk.wait(Duration.ofSeconds(60));
        assertThat(desk.act(CASE, Desk.block())).isInstanceOf(Ruling.Accepted.class);
        assertThat(desk.state().measures()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Action.class,
            names = {"LIFT", "DISMISS", "REFER", "BLOCK", "APPROVE", "REFUSE"})
    void onlySomeActionsTakeSomethingFromAnAccount(Action action) {
        assertThatThrownBy(() -> Desk.restrain(action))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLadderHasOneRungOfAnAction() {
        List<Rung> rungs = Ladders.DIRECT.rungs();

        assertThatThrownBy(
                        () ->
                                new Ladder(
                                        List.of(rungs.getFirst(), rungs.getFirst()),
                                        Optional.empty(),
                                        10))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
