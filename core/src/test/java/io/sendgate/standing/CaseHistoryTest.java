package io.sendgate.standing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

final class CaseHistoryTest {

    private static final Instant NOON = Instant.parse("2026-11-16T12:00:00Z");
    private static final Instant DUE = NOON.plus(Duration.ofDays(14));
    private static final Appeal APPEAL = new Appeal("app_1", "act_1", NOON, DUE, false);

    private final List<CaseEntry> entries = new ArrayList<>();

    private CaseHistory with(CaseEntry.Kind kind, String id, Optional<Step> step) {
        entries.add(
                new CaseEntry.Draft(
                                kind, id, NOON, "olga", "", Map.of("dueAt", DUE.toString()), step)
                        .at(entries.size() + 1, Optional.empty()));
        return new CaseHistory(entries);
    }

    private CaseHistory opened() {
        return with(CaseEntry.Kind.OPENED, "case_1", Optional.empty());
    }

    private CaseHistory suspended() {
        opened();
        Order order = new Order("act_1", "case_1", "7.2", NOON);
        return with(
                CaseEntry.Kind.ACTED,
                "act_1",
                Optional.of(
                        new Step.Acted(order, Action.SUSPEND, Optional.empty(), true, Set.of())));
    }

    private CaseHistory appealed() {
        suspended();
        return with(CaseEntry.Kind.APPEALED, "app_1", Optional.of(new Step.Appealed(APPEAL)));
    }

    @Test
    void aNewCaseIsOpenAndDueWhenItsOpeningSays() {
        assertThat(opened().state()).isEqualTo(CaseState.OPEN);
        assertThat(opened().due()).contains(DUE);
    }

    @Test
    void aDecidedCaseWaitsForNothing() {
        assertThat(suspended().state()).isEqualTo(CaseState.CLOSED);
        assertThat(suspended().due()).isEmpty();
    }

    @Test
    void anAppealOpensTheCaseAgainUntilItIsAnswered() {
        assertThat(appealed().state()).isEqualTo(CaseState.APPEALED);
        assertThat(new CaseHistory(entries).due()).contains(DUE);

        CaseHistory answered =
                with(
                        CaseEntry.Kind.ANSWERED,
                        "app_1/answer",
                        Optional.of(new Step.Answered(APPEAL, true, NOON)));

        assertThat(answered.state()).isEqualTo(CaseState.CLOSED);
        assertThat(answered.waiting()).isEmpty();
    }

    @Test
    void anOverdueAppealIsToldOfOnce() {
        CaseHistory waiting = appealed();
        assertThat(waiting.unannounced(DUE.minusMillis(1))).isEmpty();
        assertThat(waiting.unannounced(DUE)).containsExactly(APPEAL);

        CaseHistory told = with(CaseEntry.Kind.OVERDUE, "app_1", Optional.empty());

        assertThat(told.unannounced(DUE)).isEmpty();
    }
}
