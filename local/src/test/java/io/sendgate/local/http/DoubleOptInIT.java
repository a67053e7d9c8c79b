package io.sendgate.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.time.Duration;
import java.time.Instant;

/// Consents that wait for a YES or for the button behind a link.
@ExtendWith(SharedSuite.class)
final class DoubleOptInIT {

    private static final Instant NOON = Instant.parse("2026-11-16T18:00:00Z");
    private static final String PERSON = "+13125550501";

    private final Http http;
    private final Business ada;
    private final TwilioPhone phone;

    DoubleOptInIT(Businesses businesses) {
        this.http = businesses.http();
        http.clock(NOON);
        this.ada = businesses.open("customerflows");
        this.phone = new TwilioPhone(ada, PERSON).connected();
    }

    private Http.Answer asked() {
        return ada.written(PERSON, "'marketing'", ",'doubleOptIn':true");
    }

    private String stateOf(Http.Answer consent) {
        return http.get(ada.key(), "/consents/" + consent.at("/id")).at("/state");
    }

    private static String link(Http.Answer consent) {
        return "/consents/" + consent.at("/id") + "/confirm";
    }

    @Test
    void untilItIsConfirmedAConsentIsPending() {
        Http.Answer consent = asked();

        assertThat(consent.status()).isEqualTo(201);
        assertThat(consent.at("/state")).isEqualTo("pending");
        assertThat(consent.at("/pendingUntil")).isEqualTo("2026-11-17T18:00:00Z");
        assertThat(ada.offer(PERSON).codes()).containsExactly("consent-pending");
    }

    @Test
    void yesConfirmsIt() {
        Http.Answer consent = asked();

        Http.Answer yes = phone.text("SM01", "Yes!");

        assertThat(yes.text()).containsOnlyOnce("<Message>");
        assertThat(stateOf(consent)).isEqualTo("active");
        assertThat(ada.offer(PERSON).at("/decision")).isEqualTo("allow");
    }

    @Test
    void openingTheLinkConfirmsNothingAndItsButtonDoes() {
        Http.Answer consent = asked();

        Http.Answer looked = http.get("", link(consent));
        String afterLooking = stateOf(consent);
        Http.Answer pressed = http.post("", link(consent), "");

        assertThat(looked.status()).isEqualTo(200);
        assertThat(looked.text()).contains("<form method=\"post\"").doesNotContain("<script");
        assertThat(afterLooking).isEqualTo("pending");
        assertThat(pressed.status()).isEqualTo(200);
        assertThat(stateOf(consent)).isEqualTo("active");
        assertThat(http.post("", link(consent), "").status()).isEqualTo(200);
        assertThat(ada.events("consent.granted")).hasSize(1);
    }

    @Test
    void itLapsesAfterADay() {
        Http.Answer consent = asked();
        http.advance(Duration.ofHours(24));

        phone.text("SM01", "YES");
        Http.Answer pressed = http.post("", link(consent), "");

        assertThat(pressed.status()).isEqualTo(410);
        assertThat(stateOf(consent)).isEqualTo("expired");
        assertThat(ada.offer(PERSON).codes()).containsExactly("consent-missing");
    }

    @Test
    void theLapseIsAnnouncedByTheSchedule() {
        asked();
        http.advance(Duration.ofHours(25));

        http.post(Http.OPERATOR, "/local/schedules/frequency-reset/run", "");

        assertThat(ada.events("consent.expired")).hasSize(1);
        assertThat(ada.events("consent.granted")).isEmpty();
    }

    @Test
    void aYesWithNothingPendingCreatesNothing() {
        phone.text("SM01", "YES");

        assertThat(ada.recipient(PERSON).body().path("consents")).isEmpty();
        assertThat(ada.events("consent.granted")).isEmpty();
    }

    @Test
    void anEarlierYesConfirmsNothingLater() {
        phone.text("SM01", "YES");
        Http.Answer consent = asked();
        phone.text("SM01", "YES");

        assertThat(stateOf(consent)).isEqualTo("pending");
    }

    @Test
    void aStopEndsWhatIsPending() {
        Http.Answer consent = asked();
        http.advance(Duration.ofMinutes(1));
        phone.text("SM01", "STOP");
        phone.text("SM02", "YES");
        http.post("", link(consent), "");

        assertThat(stateOf(consent)).isIn("revoked", "expired");
        assertThat(ada.offer(PERSON).codes()).contains("opted-out");
    }

    @Test
    void aLinkThatWasMadeUpLeadsNowhere() {
        String id = asked().at("/id");
        String forged = id.substring(0, id.length() - 1) + (id.endsWith("0") ? "1" : "0");

        assertThat(http.get("", "/consents/" + forged + "/confirm").status()).isEqualTo(410);
        assertThat(http.post("", "/consents/" + forged + "/confirm", "").status()).isEqualTo(410);
    }
}
