package io.sendgate.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// STOP and START in the order of the provider's time, whatever the order of arrival.
@ExtendWith(SharedSuite.class)
final class OrderOfActsIT {

    private static final Instant NOON = Instant.parse("2026-11-16T18:00:00Z");
    private static final String PERSON = "+13125551101";

    private final Http http;
    private final Business ada;
    private final GenericPhone phone;

    OrderOfActsIT(Businesses businesses) {
        this.http = businesses.http();
        http.clock(NOON);
        this.ada = businesses.open("customerflows");
        this.phone = new GenericPhone(ada, PERSON).connected();
        ada.written(PERSON, "'marketing'", "");
    }

    private static Instant before(int minutes) {
        return NOON.minus(Duration.ofMinutes(minutes));
    }

    private List<String> refusals() {
        return ada.authorize(PERSON, "marketing", Business.OFFER, ",'dryRun':true").codes();
    }

    @Test
    void aStopThatArrivesAfterALaterStartEndsNothing() {
        phone.text("g1", "START", before(1));
        phone.text("g2", "STOP", before(2));

        assertThat(refusals()).isEmpty();
    }

    @Test
    void aStartThatArrivesAfterALaterStopLiftsNothing() {
        phone.text("g1", "STOP", before(1));
        phone.text("g2", "START", before(2));

        assertThat(refusals()).contains("opted-out");
    }

    @Test
    void atTheSameTimeTheStopWins() {
        phone.text("g1", "STOP", before(1));
        phone.text("g2", "START", before(1));

        assertThat(refusals()).contains("opted-out");
    }

    @Test
    void anAcknowledgedOptOutHoldsHoweverFarAheadTheClockOfAStartWas() {
        phone.text("g1", "START", NOON.plus(Duration.ofMinutes(4)));
        assertThat(refusals()).isEmpty();

        assertThat(ada.optOut(PERSON, "marketing").status()).isEqualTo(201);

        assertThat(refusals()).contains("opted-out");
        phone.text("g2", "START", NOON.plus(Duration.ofMinutes(5)));
        assertThat(refusals()).isEmpty();
    }

    @Test
    void aStartFromTheFarFutureIsOfNoTimeAtAll() {
        phone.text("g1", "START", NOON.plus(Duration.ofDays(400)));

        phone.text("g2", "STOP", NOON);

        assertThat(refusals()).contains("opted-out");
    }

    @Test
    void anOptOutFromTheFutureIsOfNow() {
        http.post(
                ada.key(),
                "/opt-outs",
                "{'recipient':'%s','scope':'marketing','via':'web','at':'2027-01-01T00:00:00Z'}"
                        .formatted(PERSON));
        assertThat(refusals()).contains("opted-out");

        http.advance(Duration.ofMinutes(1));
        phone.text("g1", "START", phone.now());

        assertThat(refusals()).isEmpty();
    }

    @Test
    void onlyALaterCaptureLiftsAnOptOut() {
        phone.text("g1", "STOP", before(10));
        String earlier = Business.writtenConsent(PERSON, "'marketing'", "");
        Http.Answer older = http.post(ada.key(), "/consents", earlier);
        List<String> afterOlder = refusals();

        String later = earlier.replace("2026-01-05T10:00:00Z", before(9).toString());
        http.post(ada.key(), "/consents", later);

        assertThat(older.status()).isEqualTo(201);
        assertThat(afterOlder).contains("opted-out");
        assertThat(refusals()).isEmpty();
    }

    @Test
    void whatWasSignedMoreThanFiveMinutesAgoIsNotBelieved() {
        String stop = phone.message("g1", "STOP", "");

        assertThat(phone.post(stop, before(5).minusSeconds(1)).status()).isEqualTo(403);
        assertThat(phone.post(stop, NOON.plusSeconds(301)).status()).isEqualTo(403);
        assertThat(refusals()).isEmpty();
        assertThat(phone.post(stop, before(5)).status()).isEqualTo(200);
        assertThat(refusals()).contains("opted-out");
    }

    @Test
    void membersThatTheProviderAddsAreNoHindrance() {
        String stop = phone.message("g1", "STOP", ",'carrier':'x','more':{'deep':[1]}");

        assertThat(phone.post(stop, NOON).status()).isEqualTo(200);
        assertThat(refusals()).contains("opted-out");
    }
}
