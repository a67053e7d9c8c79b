package io.sendgate.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.sendgate.account.AccountId;
import io.sendgate.message.MessageClass;
import io.sendgate.standing.Action;
import io.sendgate.standing.Appeal;
import io.sendgate.standing.CaseEntry;
import io.sendgate.standing.Order;
import io.sendgate.standing.Restraint;
import io.sendgate.standing.Step;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

final class CaseEventsTest {

    private static final Instant NOON = Instant.parse("2026-11-16T12:00:00Z");
    private static final AccountId ADA = new AccountId("acct_ada");

    private final CaseEvents events = new CaseEvents();

    private static StoredCase opened() {
        return StoredCase.opened(
                "case_1",
                Optional.of(ADA),
                new CaseEntry.Draft(
                        CaseEntry.Kind.OPENED,
                        "case_1",
                        NOON,
                        "public",
                        "Call me at +1 312 555 0101",
                        Map.of("origin", "report"),
                        Optional.empty()));
    }

    private static StoredCase ended() {
        Order order = new Order("act_1", "case_1", "B20", NOON);
        Restraint end =
                new Restraint(
                        order,
                        Action.TERMINATE,
                        Set.of(MessageClass.MARKETING),
                        Optional.empty(),
                        Optional.empty(),
                        true);
        Step step = new Step.Acted(order, Action.TERMINATE, Optional.of(end), true, Set.of());
        return opened().with(draft(CaseEntry.Kind.ACTED, "act_1", step));
    }

    private static CaseEntry.Draft draft(CaseEntry.Kind kind, String id, Step step) {
        return new CaseEntry.Draft(
                kind, id, NOON, "olga", "Again", Map.of("clause", "B20"), Optional.of(step));
    }

    private List<SuiteEvent> told(StoredCase file) {
        return events.events(
                new StreamedItem(
                        TableName.CASES,
                        "1",
                        false,
                        Item.draft()
                                .text("id", file.id())
                                .text("account", ADA.value())
                                .text("state", file.history().state().term())
                                .texts("history", file.records())
                                .done()));
    }

    @Test
    void anOpeningIsToldWithoutThePhoneNumberThatSomebodyTyped() {
        SuiteEvent event = told(opened()).getFirst();

        assertThat(event.type()).isEqualTo("case.opened");
        assertThat(event.account()).contains(ADA);
        assertThat(event.json())
                .contains("Call me at")
                .doesNotContain("312")
                .doesNotContain("0101");
    }

    @Test
    void aTerminationIsToldWithItsClauseAndTheFeesItForfeits() {
        SuiteEvent event = told(ended()).getFirst();

        assertThat(event.type()).isEqualTo("standing.changed");
        assertThat(event.json()).contains("\"B20\"", "\"forfeit\"", "\"act_1\"");
    }

    @Test
    void aGrantIsTheAppealsDecisionAndAChangeOfStanding() {
        Appeal appeal = new Appeal("app_1", "act_1", NOON, NOON.plusSeconds(1), false);
        StoredCase granted =
                ended().with(draft(CaseEntry.Kind.APPEALED, "app_1", new Step.Appealed(appeal)))
                        .with(
                                draft(
                                        CaseEntry.Kind.ANSWERED,
                                        "app_1/answer",
                                        new Step.Answered(appeal, true, NOON)));

        assertThat(told(granted))
                .extracting(SuiteEvent::type)
                .containsExactly("appeal.decided", "standing.changed");
    }

    @Test
    void theSameWriteGivesTheSameIdsAndEachLineNamesTheHashOfTheOneBefore() {
        StoredCase file = ended();

        assertThat(told(file)).isEqualTo(told(ended()));
        assertThat(file.history().last().previous())
                .contains(StoredCase.hash(file.records().getFirst()));
        assertThat(StoredCase.of(file.id(), file.account(), file.records())).isEqualTo(file);
    }

    @Test
    void aNameThatLeadsToACaseTellsNothing() {
        StreamedItem binding =
                new StreamedItem(
                        TableName.CASES,
                        "1",
                        true,
                        Item.draft().text("id", "app_1").text("value", "case_1").done());

        assertThat(events.events(binding)).isEmpty();
    }
}
