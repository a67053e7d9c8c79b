package io.sendgate.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.time.Duration;
import java.time.Instant;

/// CustomerFlows' hours, caps, spacing and its exception after an opt-out, over HTTP.
@ExtendWith(SharedSuite.class)
final class CustomerFlowsIT {

    /// Ten in the morning in Chicago, a Monday.
    private static final Instant MORNING = Instant.parse("2026-11-16T16:00:00Z");

    private static final Instant LAST_OPEN_SECOND = Instant.parse("2026-11-17T02:59:59Z");
    private static final Instant NEXT_MORNING = Instant.parse("2026-11-17T14:00:00Z");

    private final Businesses businesses;
    private final Http http;

    CustomerFlowsIT(Businesses businesses) {
        this.businesses = businesses;
        this.http = businesses.http();
    }

    private Business open() {
        return businesses.open("customerflows");
    }

    @Test
    void marketingGoesUntilTheLastSecondBeforeNineInTheEvening() {
        http.clock(LAST_OPEN_SECOND);
        Business ada = open();
        ada.written(ada.person(1), "'marketing'", "");

        Http.Answer answer = ada.offer(ada.person(1));

        assertThat(answer.at("/decision")).isEqualTo("allow");
        assertThat(answer.at("/permit/expiresAt")).isEqualTo("2026-11-17T03:00:00Z");
    }

    @Test
    void marketingWaitsFromNineInTheEveningToEightInTheMorning() {
        http.clock(LAST_OPEN_SECOND.plusSeconds(1));
        Business ada = open();
        ada.written(ada.person(1), "'marketing'", "");

        Http.Answer answer = ada.offer(ada.person(1));

        assertThat(answer.at("/decision")).isEqualTo("defer");
        assertThat(answer.codes()).containsExactly("quiet-hours");
        assertThat(answer.at("/reasons/0/clause/id")).isEqualTo("F4.4.3");
        assertThat(answer.at("/until")).isEqualTo(NEXT_MORNING.toString());
    }

    @Test
    void theRecipientsOwnZoneReplacesWhatTheNumberSuggests() {
        http.clock(LAST_OPEN_SECOND);
        Business ada = open();
        String person = ada.person(1);
        ada.written(person, "'marketing'", "");
        http.put(
                ada.key(),
                "/recipients/" + Http.path(person),
                "{'timezone':'America/New_York','country':'US'}");

        Http.Answer answer = ada.offer(person);

        assertThat(answer.at("/decision")).isEqualTo("defer");
        assertThat(answer.at("/until")).isEqualTo("2026-11-17T13:00:00Z");
    }

    @Test
    void quietHoursAreNoneOfAConfirmationsConcern() {
        http.clock(LAST_OPEN_SECOND.plusSeconds(1));
        Business ada = open();

        Http.Answer answer =
                ada.authorize(ada.person(1), "appointment-confirmation", Business.VISIT);

        assertThat(answer.at("/decision")).isEqualTo("allow");
    }

    @Test
    void aSecondMarketingMessageWaitsForTheFullWeek() {
        http.clock(MORNING);
        Business ada = open();
        String person = ada.person(1);
        ada.written(person, "'marketing'", "");
        assertThat(ada.offer(person).at("/decision")).isEqualTo("allow");

        http.advance(Duration.ofDays(7).minusMinutes(1));
        Http.Answer early = ada.offer(person);
        http.advance(Duration.ofMinutes(1));
        Http.Answer inTime = ada.offer(person);

        assertThat(early.at("/decision")).isEqualTo("defer");
        assertThat(early.codes()).containsExactly("frequency-cap");
        assertThat(early.at("/reasons/0/clause/id")).isEqualTo("F4.4.1");
        assertThat(early.at("/until")).isEqualTo("2026-11-23T16:00:00Z");
        assertThat(inTime.at("/decision")).isEqualTo("allow");
    }

    @Test
    void whoAskedForThreeAWeekGetsThree() {
        http.clock(MORNING);
        Business ada = open();
        String person = ada.person(1);
        assertThat(ada.written(person, "'marketing'", ",'maxPerWeek':3").status()).isEqualTo(201);

        for (int day = 0; day < 3; day++) {
            assertThat(ada.offer(person).at("/decision")).isEqualTo("allow");
            http.advance(Duration.ofDays(1));
        }
        Http.Answer fourth = ada.offer(person);

        assertThat(fourth.codes()).containsExactly("frequency-cap");
        assertThat(fourth.at("/until")).isEqualTo("2026-11-23T16:00:00Z");
    }

    @Test
    void anAutomatedFollowUpKeepsADayApartFromTheOneBefore() {
        http.clock(MORNING);
        Business ada = open();
        String person = ada.person(1);
        String automated = ",'origin':'automated','sequence':'onboarding'";
        String text = "Ada Plumbing: is the tap still dry?";
        assertThat(ada.authorize(person, "follow-up", text, automated).at("/decision"))
                .isEqualTo("allow");

        http.advance(Duration.ofHours(23));
        Http.Answer early = ada.authorize(person, "follow-up", text + " Tell us", automated);

        assertThat(early.at("/decision")).isEqualTo("defer");
        assertThat(early.codes()).containsExactly("sequence-spacing");
        assertThat(early.at("/reasons/0/clause/id")).isEqualTo("F4.4.2");
        assertThat(early.at("/until")).isEqualTo("2026-11-17T16:00:00Z");
    }

    @Test
    void automatedMessagesWithoutASequenceKeepADayApartToo() {
        http.clock(MORNING);
        Business ada = open();
        String person = ada.person(1);
        String automated = ",'origin':'automated'";
        String text = "Ada Plumbing: is the tap still dry?";
        ada.authorize(person, "follow-up", text, automated);

        http.advance(Duration.ofHours(23));
        Http.Answer early = ada.authorize(person, "follow-up", text + " Tell us", automated);

        assertThat(early.at("/until")).isEqualTo("2026-11-17T16:00:00Z");
    }

    @Test
    void aBookingConfirmationGoesAfterStopWithAnOpenBookingOnRecord() {
        http.clock(MORNING);
        Business ada = open();
        String person = ada.person(1);
        ada.written(person, "'marketing'", "");
        ada.optOut(person, "marketing");
        ada.reference(person, "bk_1042", "booking", "open");

        Http.Answer confirmation =
                ada.authorize(
                        person,
                        "appointment-confirmation",
                        Business.VISIT,
                        ",'reference':'bk_1042'");

        assertThat(confirmation.at("/decision")).isEqualTo("allow");
        assertThat(ada.offer(person).codes()).contains("opted-out");
    }

    @Test
    void aBookingConfirmationAfterStopIsRefusedWithoutSuchABooking() {
        http.clock(MORNING);
        Business ada = open();
        String person = ada.person(1);
        ada.optOut(person, "marketing");
        ada.reference(person, "bk_done", "booking", "completed");
        ada.reference(person, "pay_1", "payment", "completed");

        for (String reference : new String[] {"", "bk_never", "bk_done", "pay_1"}) {
            String more = reference.isEmpty() ? "" : ",'reference':'" + reference + "'";
            Http.Answer answer =
                    ada.authorize(person, "appointment-confirmation", Business.VISIT, more);

            assertThat(answer.at("/decision")).as(reference).isEqualTo("deny");
            assertThat(answer.codes()).contains("opted-out", "reference-missing");
        }
    }

    @Test
    void aReceiptAfterStopNeedsACompletedPayment() {
        http.clock(MORNING);
        Business ada = open();
        String person = ada.person(1);
        String text = "Ada Plumbing: we received 80 dollars. Thank you.";
        ada.optOut(person, "marketing");
        ada.reference(person, "pay_1", "payment", "open");
        Http.Answer open = ada.authorize(person, "payment-receipt", text, ",'reference':'pay_1'");
        ada.reference(person, "pay_1", "payment", "completed");
        Http.Answer completed =
                ada.authorize(person, "payment-receipt", text, ",'reference':'pay_1'");

        assertThat(open.codes()).contains("opted-out", "reference-missing");
        assertThat(completed.at("/decision")).isEqualTo("allow");
    }
}
