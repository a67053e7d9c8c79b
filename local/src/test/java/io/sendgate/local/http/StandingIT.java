package io.sendgate.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Standing over HTTP: cases, actions and appeals, by policy, and the gate that obeys them.
@ExtendWith(SharedSuite.class)
final class StandingIT {

    private static final Instant NOON = Instant.parse("2026-11-16T18:00:00Z");

    private final Businesses businesses;
    private final Http http;
    private final CaseDesk desk;

    StandingIT(Businesses businesses) {
        this.businesses = businesses;
        this.http = businesses.http();
        this.desk = new CaseDesk(businesses);
    }

    @BeforeEach
    void setTheClock() {
        http.clock(NOON);
    }

    @Test
    void aSuspensionDeniesFromItsAcknowledgementAndItsLiftRestores() {
        Business ada = desk.agreed("customerflows");
        assertThat(ada.offer(ada.person(1)).at("/decision")).isEqualTo("allow");
        String file = desk.open(ada);

        desk.done(file, "suspend", "F7.2.3", "");

        Http.Answer refused = ada.authorize(ada.person(1), "job-status", Business.VISIT);
        assertThat(refused.at("/decision")).isEqualTo("deny");
        assertThat(CaseDesk.clauseOf(refused, "account-suspended")).isEqualTo("F7.2.3");
        assertThat(http.get(ada.key(), "/account").at("/standing")).isEqualTo("suspended");
        desk.done(file, "lift", "F7.2.3", "");
        assertThat(ada.authorize(ada.person(1), "job-status", Business.VISIT).codes())
                .doesNotContain("account-suspended");
    }

    @Test
    void aSuspendedAccountsKeyReadsAndRecordsOptOuts() {
        Business ada = desk.agreed("customerflows");
        desk.done(desk.open(ada), "suspend", "F7.2.3", "");

        assertThat(ada.optOut(ada.person(1), "all").status()).isIn(200, 201);
        assertThat(ada.recipient(ada.person(1)).status()).isEqualTo(200);
        assertThat(http.get(ada.key(), "/cases").status()).isEqualTo(200);
    }

    @Test
    void aRestrictionTakesMarketingOnlyAndEndsByItself() {
        Business ada = desk.agreed("customerflows");
        desk.done(desk.open(ada), "restrict", "F7.2.2", ",'until':'2026-11-18T18:00:00Z'");

        assertThat(ada.offer(ada.person(1)).codes()).contains("account-restricted");
        assertThat(ada.authorize(ada.person(1), "job-status", Business.VISIT).codes())
                .doesNotContain("account-restricted");
        http.clock(Instant.parse("2026-11-18T18:00:00Z"));
        assertThat(ada.offer(ada.person(1)).at("/decision")).isEqualTo("allow");
    }

    @Test
    void aWarningOnlyAdvisesAndAHoldSaysThatACaseIsOpen() {
        Business ada = desk.agreed("customerflows");
        String file = desk.open(ada);
        desk.done(file, "warn", "F7.2.1", "");

        Http.Answer advised = ada.offer(ada.person(1));
        assertThat(advised.at("/decision")).isEqualTo("allow");
        assertThat(advised.body().path("advice").findValuesAsText("code"))
                .contains("account-warned");
        desk.done(file, "hold", "F7.1.2", ",'scope':['marketing']");
        assertThat(ada.offer(ada.person(1)).codes()).contains("under-investigation");
    }

    @Test
    void onlyAGrantedAppealUndoesATermination() {
        Business ada = desk.agreed("crm-text");
        String file = desk.open(ada);
        String ended = desk.done(file, "terminate", "C1", "");
        assertThat(ada.offer(ada.person(1)).codes()).contains("account-terminated");

        assertThat(desk.act(file, "lift", "C1", "").status()).isEqualTo(409);
        Http.Answer appealed = desk.appeal(ada, ended);
        assertThat(appealed.status()).as(appealed.text()).isEqualTo(201);
        assertThat(desk.decide(appealed.at("/id"), "granted").status()).isEqualTo(200);

        assertThat(ada.offer(ada.person(1)).codes()).doesNotContain("account-terminated");
        assertThat(http.get(ada.key(), "/account").at("/standing")).isEqualTo("active");
        assertThat(desk.decide(appealed.at("/id"), "refused").status()).isEqualTo(409);
    }

    @Test
    void aPolicysLadderRefusesWhatItDoesNotHave() {
        Business cedar = businesses.open("crm-text");
        Business sip = businesses.open("sipstack");

        assertThat(desk.act(desk.open(cedar), "warn", "C4", "").status()).isEqualTo(422);
        assertThat(desk.act(desk.open(sip), "terminate", "S4", "").status()).isEqualTo(422);
        assertThat(desk.act(desk.open(sip), "suspend", "F7.2.3", "").status()).isEqualTo(422);
    }

    @Test
    void backbonesTerminationForfeitsTheFees() {
        Business oak = businesses.open("backbone");
        String file = desk.open(oak);
        desk.done(file, "suspend", "B18", "");
        Http.Answer ended = desk.act(file, "terminate", "B20", "");

        assertThat(ended.at("/fees")).isEqualTo("forfeit");
        assertThat(oak.events("standing.changed").getLast().at("/data/fees").asText())
                .isEqualTo("forfeit");
    }

    @Test
    void aBannedBusinessIsNotLetInUnderAnotherName() {
        Business cedar = businesses.open("crm-text");
        String file = desk.open(cedar);
        desk.done(file, "terminate", "C1", "");

        Http.Answer again =
                http.put(
                        Http.OPERATOR,
                        "/accounts/acct_second" + cedar.number(),
                        """
                        {'businessName':'Another Name','policy':'crm-text',
                         'email':'%s@ada-plumbing.example'}
                        """
                                .formatted(cedar.id()));

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.at("/case")).isEqualTo(file);
    }

    @Test
    void anAppealIsHeardOnDayThirtyAndNotOnDayThirtyOne() {
        Business ada = businesses.open("customerflows");
        String file = desk.open(ada);
        String first = desk.done(file, "suspend", "F7.2.3", "");
        String second = desk.done(file, "restrict", "F7.2.2", "");

        http.advance(Duration.ofDays(30));
        assertThat(desk.appeal(ada, first).status()).isEqualTo(201);
        http.advance(Duration.ofDays(1));
        Http.Answer late = desk.appeal(ada, second);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.at("/type")).endsWith("appeal-window-closed");
        assertThat(http.post(ada.key(), "/appeals", "{'action':'" + second + "'}").status())
                .isEqualTo(422);
    }

    @Test
    void anAnswerIsDueAfterTenBusinessDaysAndItsDelayIsAnnouncedOnce() {
        Business ada = businesses.open("customerflows");
        String action = desk.done(desk.open(ada), "suspend", "F7.2.3", "");
        Http.Answer appealed = desk.appeal(ada, action);
        // Ten days without two weekends and Thanksgiving.
        assertThat(appealed.at("/dueAt")).isEqualTo("2026-12-01T18:00:00Z");

        http.clock(Instant.parse("2026-12-01T17:59:59Z"));
        sweep();
        assertThat(ada.events("appeal.overdue")).isEmpty();
        http.clock(Instant.parse("2026-12-01T18:00:00Z"));
        sweep();
        sweep();
        assertThat(ada.events("appeal.overdue")).hasSize(1);
        assertThat(ada.events("appeal.opened")).hasSize(1);
    }

    private void sweep() {
        assertThat(http.post(Http.OPERATOR, "/local/schedules/account-standing/run", "").status())
                .isEqualTo(200);
    }

    @Test
    void aBlockedNumberIsOutOfReachForTheAccountOrForAll() {
        Business ada = desk.agreed("customerflows");
        Business bob = desk.agreed("customerflows");
        String file = desk.open(ada);
        String number = ada.person(1);
        bob.written(number, "'marketing'", "");

        String block = desk.done(file, "block", "F7.2.2", ",'recipient':'" + number + "'");
        assertThat(ada.offer(number).codes()).contains("recipient-blocked");
        assertThat(bob.offer(number).codes()).doesNotContain("recipient-blocked");
        desk.done(file, "lift", "F7.2.2", ",'target':'" + block + "'");
        assertThat(ada.offer(number).codes()).doesNotContain("recipient-blocked");
        desk.done(file, "block", "F7.2.2", ",'across':'platform','recipient':'" + number + "'");
        assertThat(bob.offer(number).codes()).contains("recipient-blocked");
    }

    @Test
    void aHandMadeMessageToSomebodyOptedOutOpensACaseUnderEveryPolicy() {
        for (String policy : List.of("backbone", "crm-text", "sipstack", "customerflows")) {
            Business business = desk.agreed(policy);
            business.optOut(business.person(1), "all");

            Http.Answer refused =
                    business.authorize(
                            business.person(1), "marketing", Business.OFFER, ",'origin':'manual'");

            assertThat(refused.codes()).contains("opted-out");
            List<JsonNode> opened = business.events("case.opened");
            assertThat(opened).as(policy).hasSize(1);
            assertThat(
                            http.get(business.key(), "/cases?account=" + business.id())
                                    .at("/items/0/origin"))
                    .isEqualTo("manual");
        }
    }
}
