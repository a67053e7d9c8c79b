package io.sendgate.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/// A real signer's posts, from STOP to a refused send, over HTTP.
@ExtendWith(SharedSuite.class)
final class TwilioIT {

    private static final Instant NOON = Instant.parse("2026-11-16T18:00:00Z");
    private static final String PERSON = "+13125550101";
    private static final String EMPTY = "<Response/>";

    private final Businesses businesses;
    private final Http http;

    TwilioIT(Businesses businesses) {
        this.businesses = businesses;
        this.http = businesses.http();
    }

    @BeforeEach
    void setTheClock() {
        http.clock(NOON);
    }

    private TwilioPhone phone(String policy) {
        return new TwilioPhone(businesses.open(policy), PERSON).connected();
    }

    private TwilioPhone consenting() {
        TwilioPhone phone = phone("customerflows");
        phone.business().written(PERSON, "'marketing'", "");
        return phone;
    }

    @Test
    void aSignedStopIsAnsweredInTwiMlAndTheNextSendIsRefused() {
        TwilioPhone phone = consenting();
        Business ada = phone.business();
        assertThat(ada.offer(PERSON).at("/decision")).isEqualTo("allow");

        Http.Answer stop = phone.text("SM01", "STOP");
        Http.Answer refused = ada.offer(PERSON);

        assertThat(stop.status()).isEqualTo(200);
        assertThat(stop.header("content-type")).contains("xml");
        assertThat(stop.text()).containsOnlyOnce("<Message>").contains("Ada Plumbing");
        assertThat(refused.at("/decision")).isEqualTo("deny");
        assertThat(refused.codes()).contains("opted-out");
        assertThat(refused.at("/reasons/0/code")).isEqualTo("opted-out");
        assertThat(refused.at("/reasons/0/clause/id")).isEqualTo("F4.3.2");
        assertThat(refused.at("/reasons/0/clause/source")).isEqualTo("customerflows");
    }

    @Test
    void oneChangedByteIsForbiddenAndLeavesNoTrace() {
        TwilioPhone phone = phone("customerflows");
        Business ada = phone.business();
        String untouched = ada.recipient(PERSON).text();
        Map<String, String> genuine = phone.message("SM01", "STOP");
        Map<String, String> changed = phone.message("SM01", "STOQ");

        Http.Answer body = phone.post(TwilioPhone.form(changed), phone.sign(genuine));
        Http.Answer signature = phone.post(TwilioPhone.form(genuine), phone.sign(changed));
        Http.Answer nothing = phone.post(TwilioPhone.form(genuine), "");

        assertThat(body.status()).isEqualTo(403);
        assertThat(signature.status()).isEqualTo(403);
        assertThat(nothing.status()).isEqualTo(403);
        assertThat(ada.recipient(PERSON).text()).isEqualTo(untouched);
        assertThat(ada.events("message.received")).isEmpty();
        assertThat(ada.events("opt-out.recorded")).isEmpty();
        assertThat(phone.text("SM01", "STOP").text()).contains("<Message>");
    }

    @Test
    void startLiftsTheBlockAndCreatesNoWrittenConsent() {
        TwilioPhone phone = phone("backbone");
        Business ada = phone.business();
        ada.written(PERSON, "'transactional','marketing'", "");
        http.put(
                ada.key(),
                "/recipients/" + Http.path(PERSON),
                "{'relationship':{'type':'customer','reference':'c_1','since':'2026-01-14'}}");
        phone.text("SM01", "STOP");

        Http.Answer start = phone.text("SM02", "START");
        Http.Answer promotion = ada.offer(PERSON);
        Http.Answer visit = ada.authorize(PERSON, "job-status", Business.VISIT);

        assertThat(start.text()).containsOnlyOnce("<Message>");
        assertThat(promotion.codes()).containsExactly("consent-tier");
        assertThat(visit.at("/decision")).isEqualTo("allow");
        assertThat(ada.recipient(PERSON).body().path("consents").findValuesAsText("tier"))
                .isNotEmpty()
                .containsOnly("express");
    }

    @Test
    void startGivesNothingToSomebodyWhoHadAgreedToNothing() {
        TwilioPhone phone = phone("customerflows");
        Business ada = phone.business();
        phone.text("SM01", "STOP");
        phone.text("SM02", "START");

        assertThat(ada.offer(PERSON).codes()).containsExactly("consent-missing");
    }

    @Test
    void aReplayedStartAfterALaterStopChangesNothing() {
        TwilioPhone phone = consenting();
        Business ada = phone.business();
        phone.text("SM01", "STOP");
        phone.text("SM02", "START");
        http.advance(Duration.ofHours(1));
        phone.text("SM03", "STOP");
        String before = ada.recipient(PERSON).text();

        http.advance(Duration.ofHours(1));
        Http.Answer replayed = phone.text("SM02", "START");

        assertThat(replayed.status()).isEqualTo(200);
        assertThat(replayed.text()).contains(EMPTY);
        assertThat(ada.recipient(PERSON).text()).isEqualTo(before);
        assertThat(ada.offer(PERSON).codes()).contains("opted-out");
    }

    @Test
    void duplicatesGiveOneConfirmationAndOneEvent() {
        TwilioPhone phone = consenting();

        Http.Answer first = phone.text("SM01", "Stop.");
        Http.Answer second = phone.text("SM01", "Stop.");
        Http.Answer another = phone.text("SM02", "stop");

        assertThat(first.text()).containsOnlyOnce("<Message>");
        assertThat(second.text()).contains(EMPTY);
        assertThat(another.text()).contains(EMPTY);
        assertThat(phone.business().events("opt-out.recorded")).hasSize(1);
    }

    @Test
    void whatTwilioHasAnsweredItselfIsHeardAndNotAnsweredAgain() {
        TwilioPhone phone = consenting();

        Http.Answer answer = phone.text("SM01", "arrête", Map.of("OptOutType", "STOP"));

        assertThat(answer.text()).contains(EMPTY);
        assertThat(phone.business().offer(PERSON).codes()).contains("opted-out");
    }

    @Test
    void helpIsAnsweredWithBrandAndContactEvenAfterAStop() {
        TwilioPhone phone = consenting();
        phone.text("SM01", "STOP");

        Http.Answer help = phone.text("SM02", "HELP");

        assertThat(help.text()).containsOnlyOnce("<Message>").contains("Ada Plumbing");
        assertThat(help.text()).contains("+15125550100");
    }

    @Test
    void anOrdinaryMessageLiftsNothing() {
        TwilioPhone phone = consenting();
        phone.text("SM01", "STOP");
        phone.text("SM02", "Are you open today?");
        phone.text("SM03", "yes");

        assertThat(phone.business().offer(PERSON).codes()).contains("opted-out");
    }
}
