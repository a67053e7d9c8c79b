package io.sendgate.consentcapture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.sendgate.account.AccountId;
import io.sendgate.aws.OptOutList;
import io.sendgate.consent.Scope;
import io.sendgate.contact.Channel;
import io.sendgate.rest.answer.Cursor;
import io.sendgate.rest.answer.PageView;
import io.sendgate.rest.answer.Paging;
import io.sendgate.rest.dto.OptOutDto;
import io.sendgate.rest.idempotency.Idempotency;
import io.sendgate.rest.problem.ProblemException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

class OptOutsTest {

    private final World world = new World();
    private final OptOutList list = mock(OptOutList.class);
    private final OptOutPages pages = new OptOutPages(list, world.ports);

    @Test
    void anOptOutIsAnsweredAsItWasRecorded() {
        Instant yesterday = world.now().minus(Duration.ofDays(1));

        OptOutView view = report(yesterday, "650 555 1234", Optional.of("k1"));

        assertThat(view)
                .isEqualTo(
                        new OptOutView(
                                "+16505551234",
                                Scope.ALL,
                                Channel.SMS,
                                yesterday,
                                world.now(),
                                "email"));
    }

    @Test
    void aNoteThatHoldsWhatMayNotBeKeptIsRefused() {
        OptOutDto reported =
                new OptOutDto(
                        "650 555 1234", Channel.SMS, Scope.ALL, "email", null, "SSN 123-45-6789");

        ProblemException refusal =
                catchThrowableOfType(
                        ProblemException.class,
                        () ->
                                world.optOutIntake()
                                        .record(
                                                world.facts(World.ADA),
                                                reported,
                                                new Idempotency(Optional.empty(), "note"),
                                                ""));

        assertThat(refusal.problem().status()).isEqualTo(422);
        assertThat(refusal.problem().toJson().at("/reasons/0/code").asText())
                .isEqualTo("sensitive-data");
    }

    @Test
    void anOptOutWithoutATimeIsOfNow() {
        assertThat(report(null, "650 555 1234", Optional.empty()).at()).isEqualTo(world.now());
    }

    @Test
    void anOptOutFromTheFutureIsOfNow() {
        assertThat(report(world.now().plusMillis(1), "650 555 1234", Optional.empty()).at())
                .isEqualTo(world.now());
    }

    @Test
    void aKeyWithAnotherBodyIsRefused() {
        report(null, "650 555 1234", Optional.of("k1"));

        ProblemException refusal =
                catchThrowableOfType(
                        ProblemException.class,
                        () -> report(world.now(), "650 555 1234", Optional.of("k1")));

        assertThat(refusal.problem().status()).isEqualTo(422);
    }

    @Test
    void theListShowsNumbersToTheirOwnAccountOnly() {
        report(null, "650 555 1234", Optional.empty());
        listed(Optional.of("next"));

        PageView<OptOutView> own = pages.page(World.ADA, new Paging(20, Optional.empty()));
        PageView<OptOutView> foreign = pages.page(World.BOB, new Paging(20, Optional.empty()));

        assertThat(own.items()).extracting(OptOutView::recipient).containsExactly("+16505551234");
        assertThat(own.items().getFirst().via()).isEqualTo("email");
        assertThat(own.next()).isEqualTo(new Cursor("opt-outs", "next").text());
        assertThat(foreign.items()).isEmpty();
    }

    @Test
    void whatAnErasureHasDeletedIsLeftOut() {
        listed(
                new OptOutList.Recorded(
                        world.ports.vault().tag(World.ADA, World.CARLA), 7, world.now()),
                Optional.empty());

        PageView<OptOutView> page = pages.page(World.ADA, new Paging(20, Optional.empty()));

        assertThat(page.items()).isEmpty();
        assertThat(page.next()).isNull();
    }

    @Test
    void aCursorThatTheListDoesNotKnowIsRubbish() {
        when(list.page(any(), any(), anyInt())).thenThrow(new IllegalArgumentException());

        ProblemException refusal =
                catchThrowableOfType(
                        ProblemException.class,
                        () -> pages.page(World.ADA, new Paging(20, Optional.of("x"))));

        assertThat(refusal.problem().status()).isEqualTo(400);
    }

    private OptOutView report(@Nullable Instant at, String number, Optional<String> key) {
        OptOutDto reported = new OptOutDto(number, Channel.SMS, Scope.ALL, "email", at, null);
        return world.optOutIntake()
                .record(
                        world.facts(World.ADA),
                        reported,
                        new Idempotency(key, String.valueOf(at)),
                        "");
    }

    private void listed(Optional<String> next) {
        listed(new OptOutList.Recorded(world.ledger.last().tag(), 1, world.now()), next);
    }

    private void listed(OptOutList.Recorded item, Optional<String> next) {
        when(list.page(any(AccountId.class), any(), anyInt()))
                .thenReturn(new OptOutList.Page(List.of(item), next));
    }
}
