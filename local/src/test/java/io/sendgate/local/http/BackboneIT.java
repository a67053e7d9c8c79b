package io.sendgate.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.time.Instant;
import java.util.List;

/// Backbone's consent for promotions and its opt-out, which ends everything, over HTTP.
@ExtendWith(SharedSuite.class)
final class BackboneIT {

    private static final Instant NOON = Instant.parse("2026-11-16T18:00:00Z");

    private static final List<String> PURPOSES =
            List.of(
                    "marketing",
                    "review-request",
                    "maintenance-reminder",
                    "follow-up",
                    "reply",
                    "appointment-confirmation",
                    "appointment-reminder",
                    "job-status",
                    "invoice",
                    "payment-receipt",
                    "one-time-passcode",
                    "early-warning",
                    "safety-advisory",
                    "event-cancellation",
                    "service");

    private final Businesses businesses;
    private final Http http;

    BackboneIT(Businesses businesses) {
        this.businesses = businesses;
        this.http = businesses.http();
    }

    @BeforeEach
    void setTheClock() {
        http.clock(NOON);
    }

    private Business open(String person) {
        Business ada = businesses.open("backbone");
        http.put(
                ada.key(),
                "/recipients/" + Http.path(person),
                "{'relationship':{'type':'customer','reference':'c_1','since':'2026-01-14'}}");
        return ada;
    }

    @Test
    void aPromotionNeedsMoreThanAWordOfMouth() {
        String person = "+13125550001";
        Business ada = open(person);
        ada.verbal(person, "'marketing'");

        Http.Answer verbal = ada.offer(person);
        ada.written(person, "'marketing'", "");
        Http.Answer written = ada.offer(person);

        assertThat(verbal.at("/decision")).isEqualTo("deny");
        assertThat(verbal.codes()).containsExactly("consent-tier");
        assertThat(verbal.at("/reasons/0/clause/id")).isEqualTo("B13");
        assertThat(verbal.at("/reasons/0/fix")).contains("express-written");
        assertThat(written.at("/decision")).isEqualTo("allow");
    }

    @Test
    void nothingGoesAfterAnOptOut() {
        String person = "+13125550002";
        Business ada = open(person);
        ada.written(person, "'marketing','transactional','conversational'", "");
        ada.reference(person, "bk_1", "booking", "open");
        ada.optOut(person, "all");

        for (String purpose : PURPOSES) {
            Http.Answer answer =
                    ada.authorize(person, purpose, Business.OFFER, ",'reference':'bk_1'");

            assertThat(answer.at("/decision")).as(purpose).isEqualTo("deny");
            assertThat(answer.codes()).as(purpose).contains("opted-out");
            assertThat(answer.body().at("/reasons"))
                    .filteredOn(reason -> reason.path("code").asText().equals("opted-out"))
                    .allMatch(reason -> reason.at("/clause/id").asText().equals("B15"));
        }
    }

    @Test
    void anOptOutFromMarketingEndsEverythingTooUnderThisPolicy() {
        String person = "+13125550003";
        Business ada = open(person);
        ada.written(person, "'transactional'", "");
        ada.optOut(person, "marketing");

        Http.Answer answer = ada.authorize(person, "job-status", Business.VISIT);

        assertThat(answer.codes()).contains("opted-out");
    }

    @Test
    void aDraftOnlySaysWhatItWouldDecideUnlessTheAccountEnforcesIt() {
        String person = "+13125550004";
        Business ada = businesses.open("backbone", "", "");

        Http.Answer answer = ada.offer(person);

        assertThat(answer.at("/decision")).isEqualTo("allow");
        assertThat(answer.at("/would/decision")).isEqualTo("deny");
        assertThat(answer.at("/policy/status")).isEqualTo("draft");
    }

    @Test
    void evenADraftNeverLetsAnOptedOutPersonThrough() {
        String person = "+13125550005";
        Business ada = businesses.open("backbone", "", "");
        ada.optOut(person, "all");

        Http.Answer answer = ada.offer(person);

        assertThat(answer.at("/decision")).isEqualTo("deny");
        assertThat(answer.codes()).containsExactly("opted-out");
    }
}
