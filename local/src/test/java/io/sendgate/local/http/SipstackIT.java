package io.sendgate.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.time.Instant;

/// SIPSTACK's refusal of marketing on ten-digit numbers, over HTTP.
@ExtendWith(SharedSuite.class)
final class SipstackIT {

    private static final Instant NOON = Instant.parse("2026-11-16T18:00:00Z");
    private static final String PERSON = "+13125550001";

    private final Businesses businesses;
    private final Http http;

    SipstackIT(Businesses businesses) {
        this.businesses = businesses;
        this.http = businesses.http();
    }

    @BeforeEach
    void setTheClock() {
        http.clock(NOON);
    }

    private static Http.Answer onLongCode(Business business, String purpose, String body) {
        return business.http()
                .post(
                        business.key(),
                        "/authorizations",
                        business.request(PERSON, purpose, body, "")
                                .replace(business.tollFree(), business.longCode()));
    }

    @Test
    void noConsentMakesMarketingOnALongCodeGo() {
        Business without = businesses.open("sipstack");
        Business verbal = businesses.open("sipstack");
        verbal.verbal(PERSON, "'marketing'");
        Business written = businesses.open("sipstack");
        written.written(PERSON, "'marketing'", "");

        Http.Answer best = onLongCode(written, "marketing", Business.OFFER);

        assertThat(onLongCode(without, "marketing", Business.OFFER).codes())
                .contains("consent-missing", "marketing-on-long-code");
        assertThat(onLongCode(verbal, "marketing", Business.OFFER).codes())
                .containsExactly("marketing-on-long-code");
        assertThat(best.at("/decision")).isEqualTo("deny");
        assertThat(best.codes()).containsExactly("marketing-on-long-code");
        assertThat(best.at("/reasons/0/clause/id")).isEqualTo("S5");
    }

    @Test
    void otherMessagesGoOnALongCode() {
        Business ada = businesses.open("sipstack");
        ada.written(PERSON, "'transactional'", "");

        Http.Answer answer = onLongCode(ada, "job-status", Business.VISIT);

        assertThat(answer.at("/decision")).isEqualTo("allow");
    }

    @Test
    void marketingOnATollFreeNumberIsNoneOfThisRulesConcern() {
        Business ada = businesses.open("sipstack");
        ada.written(PERSON, "'marketing'", "");

        assertThat(ada.offer(PERSON).codes()).doesNotContain("marketing-on-long-code");
    }

    @Test
    void aMultimediaMessageFromALongCodeIsATextMessageToo() {
        Business ada = businesses.open("sipstack");
        ada.written(PERSON, "'marketing'", "");

        Http.Answer answer =
                http.post(
                        ada.key(),
                        "/authorizations",
                        ada.request(PERSON, "marketing", Business.OFFER, "")
                                .replace(ada.tollFree(), ada.longCode())
                                .replace("'sms'", "'mms'"));

        assertThat(answer.codes()).contains("marketing-on-long-code");
        assertThat(answer.codes()).doesNotContain("sender-not-owned", "consent-missing");
    }
}
