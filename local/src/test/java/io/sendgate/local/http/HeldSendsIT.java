package io.sendgate.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Messages that wait: what happens meanwhile decides what becomes of them.
@ExtendWith(SharedSuite.class)
final class HeldSendsIT {

    /// Half past nine in the evening in Chicago.
    private static final Instant EVENING = Instant.parse("2026-11-17T03:30:00Z");

    private static final Instant EIGHT = Instant.parse("2026-11-17T14:00:00Z");
    private static final String HOLD = ",'whenBlocked':'hold'";
    private static final String PERSON = "+13125550201";

    private final Http http;
    private final Business ada;

    HeldSendsIT(Businesses businesses) {
        this.http = businesses.http();
        http.clock(EVENING);
        this.ada = businesses.open("customerflows");
    }

    @BeforeEach
    void consent() {
        ada.written(PERSON, "'marketing'", "");
    }

    private String hold(String more) {
        return held(more).at("/id");
    }

    private Http.Answer held(String more) {
        Http.Answer held = ada.authorize(PERSON, "marketing", Business.OFFER, HOLD + more);
        assertThat(held.at("/decision")).isEqualTo("defer");
        assertThat(held.at("/status")).isEqualTo("held");
        return held;
    }

    private Http.Answer look(String id) {
        return http.get(ada.key(), "/authorizations/" + id);
    }

    private void runTheSchedule() {
        Http.Answer run = http.post(Http.OPERATOR, "/local/schedules/frequency-reset/run", "");
        assertThat(run.status()).isEqualTo(200);
    }

    private void morning() {
        http.clock(EIGHT);
        runTheSchedule();
    }

    private Http.Answer refusalOf(String hold) {
        Http.Answer before = look(hold);
        assertThat(before.at("/status")).isEqualTo("released");
        assertThat(before.at("/release/decision")).isEqualTo("deny");
        Http.Answer release = look(before.at("/release/id"));
        assertThat(release.at("/decision")).isEqualTo("deny");
        assertThat(release.at("/hold")).isEqualTo(hold);
        assertThat(release.body().path("reasons")).isEqualTo(before.body().at("/release/reasons"));
        return release;
    }

    @Test
    void aHoldIsReleasedWhenItMayGo() {
        Http.Answer held = held("");
        String hold = held.at("/id");
        assertThat(held.at("/until")).isEqualTo(EIGHT.toString());
        assertThat(look(hold).at("/waitsUntil")).isEqualTo(EIGHT.toString());

        morning();
        Http.Answer after = look(hold);
        Http.Answer release = look(after.at("/release/id"));

        assertThat(after.at("/status")).isEqualTo("released");
        assertThat(after.at("/decision")).isEqualTo("defer");
        assertThat(after.at("/release/decision")).isEqualTo("allow");
        assertThat(release.at("/decision")).isEqualTo("allow");
        assertThat(release.at("/hold")).isEqualTo(hold);
        assertThat(release.at("/permit/expiresAt")).isEqualTo("2026-11-17T14:10:00Z");
    }

    @Test
    void nothingIsReleasedBeforeItsTimeNorTwice() {
        String hold = hold("");
        http.clock(EIGHT.minusSeconds(1));
        runTheSchedule();
        assertThat(look(hold).at("/status")).isEqualTo("held");

        morning();
        String release = look(hold).at("/release/id");
        runTheSchedule();

        assertThat(look(hold).at("/release/id")).isEqualTo(release);
        assertThat(ada.events("authorization.released")).hasSize(1);
        assertThat(ada.events("authorization.allowed")).hasSize(1);
    }

    @Test
    void aStopDuringTheHoldTurnsTheReleaseIntoADenial() {
        TwilioPhone phone = new TwilioPhone(ada, PERSON).connected();
        String hold = hold("");
        phone.text("SM01", "STOP");

        morning();

        assertThat(refusalOf(hold).codes()).contains("opted-out");
    }

    @Test
    void aConsentWithdrawnDuringTheHoldTurnsTheReleaseIntoADenial() {
        String hold = hold("");
        ada.optOut(PERSON, "marketing");

        morning();

        assertThat(refusalOf(hold).codes()).contains("opted-out", "consent-missing");
    }

    @Test
    void aLastMomentPassedDuringTheHoldTurnsTheReleaseIntoADenial() {
        String hold = hold(",'notAfter':'2026-11-17T15:00:00Z'");
        http.clock(EIGHT.minusSeconds(1));
        runTheSchedule();

        http.clock(Instant.parse("2026-11-17T15:00:01Z"));
        runTheSchedule();

        assertThat(refusalOf(hold).codes()).containsExactly("expired-before-send");
    }

    @Test
    void aHoldThatIsDeferredAgainWaitsAgain() {
        String hold = hold("");
        http.put(
                ada.key(),
                "/recipients/" + Http.path(PERSON),
                "{'timezone':'Pacific/Honolulu','country':'US'}");

        morning();
        Http.Answer waiting = look(hold);
        http.clock(Instant.parse("2026-11-17T18:00:00Z"));
        runTheSchedule();
        Http.Answer released = look(hold);

        assertThat(waiting.at("/status")).isEqualTo("held");
        assertThat(waiting.at("/waitsUntil")).isEqualTo("2026-11-17T18:00:00Z");
        assertThat(released.at("/release/decision")).isEqualTo("allow");
    }

    @Test
    void aHoldLastsTenDaysAtMost() {
        http.clock(EIGHT);
        ada.offer(PERSON);
        http.advance(Duration.ofHours(1));
        List<String> holds = List.of(hold(""), hold(",'subject':'again'"));

        http.clock(EIGHT.plus(Duration.ofDays(7)));
        runTheSchedule();
        List<Http.Answer> after = holds.stream().map(this::look).toList();

        assertThat(after.stream().map(answer -> answer.at("/release/decision")))
                .containsExactlyInAnyOrder("allow", "deny");
        Http.Answer late =
                after.stream()
                        .filter(answer -> answer.at("/release/decision").equals("deny"))
                        .findFirst()
                        .orElseThrow();
        assertThat(refusalOf(late.at("/id")).codes())
                .containsExactly("frequency-cap", "expired-before-send");
    }

    @Test
    void aCancelledHoldIsNeverReleased() {
        String hold = hold("");

        Http.Answer cancelled = http.delete(ada.key(), "/authorizations/" + hold);
        Http.Answer again = http.delete(ada.key(), "/authorizations/" + hold);
        morning();

        assertThat(cancelled.status()).isEqualTo(200);
        assertThat(cancelled.at("/status")).isEqualTo("cancelled");
        assertThat(again.status()).isEqualTo(200);
        assertThat(look(hold).at("/status")).isEqualTo("cancelled");
        assertThat(look(hold).body().path("release").isNull()).isTrue();
        assertThat(ada.offer(PERSON).at("/decision")).isEqualTo("allow");
    }

    @Test
    void notSentCancelsAHold() {
        String hold = hold("");

        Http.Answer reported =
                http.post(
                        ada.key(), "/authorizations/" + hold + "/outcome", "{'status':'not-sent'}");
        morning();

        assertThat(reported.status()).isEqualTo(200);
        assertThat(look(hold).at("/status")).isEqualTo("cancelled");
    }

    @Test
    void aReleasedHoldCanNoLongerBeCancelled() {
        String hold = hold("");
        morning();

        assertThat(http.delete(ada.key(), "/authorizations/" + hold).status()).isEqualTo(409);
        assertThat(look(hold).at("/release/decision")).isEqualTo("allow");
    }

    @Test
    void theKeyOfAHoldAnswersTheHoldAndThenItsRelease() {
        String request = ada.request(PERSON, "marketing", Business.OFFER, HOLD);
        String hold = http.post(ada.key(), "/authorizations", request, "hold-1").at("/id");
        Http.Answer meanwhile = http.post(ada.key(), "/authorizations", request, "hold-1");

        morning();
        Http.Answer released = http.post(ada.key(), "/authorizations", request, "hold-1");

        assertThat(meanwhile.at("/id")).isEqualTo(hold);
        assertThat(released.at("/decision")).isEqualTo("allow");
        assertThat(released.at("/id")).isEqualTo(look(hold).at("/release/id"));
    }
}
