package io.sendgate.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/// Standing over HTTP: cases, actions and appeals, by policy, and the gate that obeys them.
@ExtendWith(SharedSuite.class)
final class StandingIT {

    private static final Instant NOON = Instant.parse("2026-11-16T18:00:00Z");
    private static final int ROUNDS = Integer.getInteger("proof.suspensions", 50);

    private final Businesses businesses;
    private final Http http;

    StandingIT(Businesses businesses) {
        this.businesses = businesses;
        this.http = businesses.http();
    }

    @BeforeEach
    void setTheClock() {
        http.clock(NOON);
    }

    private String open(Business business) {
        Http.Answer opened =
                http.post(
                        Http.OPERATOR,
                        "/cases",
                        "{'account':'%s','description':'It floods people'}"
                                .formatted(business.id()));
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        return opened.at("/id");
    }

    private Http.Answer act(String file, String action, String clause, String more) {
        return http.post(
                Http.OPERATOR,
                "/cases/" + file + "/actions",
                "{'action':'%s','clause':'%s','reason':'As found','by':'olga'%s}"
                        .formatted(action, clause, more));
    }

    private String done(String file, String action, String clause, String more) {
        Http.Answer answer = act(file, action, clause, more);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.at("/id")).startsWith("act_");
        return answer.at("/id");
    }

    private Http.Answer appeal(Business business, String action) {
        return http.post(
                business.key(),
                "/appeals",
                """
                {'action':'%s','accountEmail':'ada@ada.example','description':'Not us',
                 'explanation':'Somebody else did it'}
                """
                        .formatted(action));
    }

    private Http.Answer decide(String appeal, String outcome) {
        return http.post(
                Http.OPERATOR,
                "/appeals/" + appeal + "/decision",
                "{'outcome':'%s','explanation':'Looked into','by':'olga'}".formatted(outcome));
    }

    private Business agreed(String policy) {
        Business business = businesses.open(policy);
        assertThat(business.written(business.person(1), "'marketing','transactional'", "").status())
                .isEqualTo(201);
        return business;
    }

    private static String clauseOf(Http.Answer answer, String code) {
        for (int i = 0; i < answer.codes().size(); i++) {
            if (answer.at("/reasons/" + i + "/code").equals(code)) {
                return answer.at("/reasons/" + i + "/clause/id");
            }
        }
        return "";
    }

    @Test
    void aSuspensionDeniesFromItsAcknowledgementAndItsLiftRestores() {
        Business ada = agreed("customerflows");
        assertThat(ada.offer(ada.person(1)).at("/decision")).isEqualTo("allow");
        String file = open(ada);

        done(file, "suspend", "F7.2.3", "");

        Http.Answer refused = ada.authorize(ada.person(1), "job-status", Business.VISIT);
        assertThat(refused.at("/decision")).isEqualTo("deny");
        assertThat(clauseOf(refused, "account-suspended")).isEqualTo("F7.2.3");
        assertThat(http.get(ada.key(), "/account").at("/standing")).isEqualTo("suspended");
        done(file, "lift", "F7.2.3", "");
        assertThat(ada.authorize(ada.person(1), "job-status", Business.VISIT).codes())
                .doesNotContain("account-suspended");
    }

    @Test
    void aSuspendedAccountsKeyReadsAndRecordsOptOuts() {
        Business ada = agreed("customerflows");
        done(open(ada), "suspend", "F7.2.3", "");

        assertThat(ada.optOut(ada.person(1), "all").status()).isIn(200, 201);
        assertThat(ada.recipient(ada.person(1)).status()).isEqualTo(200);
        assertThat(http.get(ada.key(), "/cases").status()).isEqualTo(200);
    }

    @Test
    void aRestrictionTakesMarketingOnlyAndEndsByItself() {
        Business ada = agreed("customerflows");
        done(open(ada), "restrict", "F7.2.2", ",'until':'2026-11-18T18:00:00Z'");

        assertThat(ada.offer(ada.person(1)).codes()).contains("account-restricted");
        assertThat(ada.authorize(ada.person(1), "job-status", Business.VISIT).codes())
                .doesNotContain("account-restricted");
        http.clock(Instant.parse("2026-11-18T18:00:00Z"));
        assertThat(ada.offer(ada.person(1)).at("/decision")).isEqualTo("allow");
    }

    @Test
    void aWarningOnlyAdvisesAndAHoldSaysThatACaseIsOpen() {
        Business ada = agreed("customerflows");
        String file = open(ada);
        done(file, "warn", "F7.2.1", "");

        Http.Answer advised = ada.offer(ada.person(1));
        assertThat(advised.at("/decision")).isEqualTo("allow");
        assertThat(advised.body().path("advice").findValuesAsText("code"))
                .contains("account-warned");
        done(file, "hold", "F7.1.2", ",'scope':['marketing']");
        assertThat(ada.offer(ada.person(1)).codes()).contains("under-investigation");
    }

    @Test
    void onlyAGrantedAppealUndoesATermination() {
        Business ada = agreed("crm-text");
        String file = open(ada);
        String ended = done(file, "terminate", "C1", "");
        assertThat(ada.offer(ada.person(1)).codes()).contains("account-terminated");

        assertThat(act(file, "lift", "C1", "").status()).isEqualTo(409);
        Http.Answer appealed = appeal(ada, ended);
        assertThat(appealed.status()).as(appealed.text()).isEqualTo(201);
        assertThat(decide(appealed.at("/id"), "granted").status()).isEqualTo(200);

        assertThat(ada.offer(ada.person(1)).codes()).doesNotContain("account-terminated");
        assertThat(http.get(ada.key(), "/account").at("/standing")).isEqualTo("active");
        assertThat(decide(appealed.at("/id"), "refused").status()).isEqualTo(409);
    }

    @Test
    void aPolicysLadderRefusesWhatItDoesNotHave() {
        Business cedar = businesses.open("crm-text");
        Business sip = businesses.open("sipstack");

        assertThat(act(open(cedar), "warn", "C4", "").status()).isEqualTo(422);
        assertThat(act(open(sip), "terminate", "S4", "").status()).isEqualTo(422);
        assertThat(act(open(sip), "suspend", "F7.2.3", "").status()).isEqualTo(422);
    }

    @Test
    void backbonesTerminationForfeitsTheFees() {
        Business oak = businesses.open("backbone");
        String file = open(oak);
        done(file, "suspend", "B18", "");
        Http.Answer ended = act(file, "terminate", "B20", "");

        assertThat(ended.at("/fees")).isEqualTo("forfeit");
        assertThat(oak.events("standing.changed").getLast().at("/data/fees").asText())
                .isEqualTo("forfeit");
    }

    @Test
    void aBannedBusinessIsNotLetInUnderAnotherName() {
        Business cedar = businesses.open("crm-text");
        String file = open(cedar);
        done(file, "terminate", "C1", "");

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
        String file = open(ada);
        String first = done(file, "suspend", "F7.2.3", "");
        String second = done(file, "restrict", "F7.2.2", "");

        http.advance(Duration.ofDays(30));
        assertThat(appeal(ada, first).status()).isEqualTo(201);
        http.advance(Duration.ofDays(1));
        Http.Answer late = appeal(ada, second);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.at("/type")).endsWith("appeal-window-closed");
        assertThat(http.post(ada.key(), "/appeals", "{'action':'" + second + "'}").status())
                .isEqualTo(422);
    }

    @Test
    void anAnswerIsDueAfterTenBusinessDaysAndItsDelayIsAnnouncedOnce() {
        Business ada = businesses.open("customerflows");
        String action = done(open(ada), "suspend", "F7.2.3", "");
        Http.Answer appealed = appeal(ada, action);
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
        Business ada = agreed("customerflows");
        Business bob = agreed("customerflows");
        String file = open(ada);
        String number = ada.person(1);
        bob.written(number, "'marketing'", "");

        String block = done(file, "block", "F7.2.2", ",'recipient':'" + number + "'");
        assertThat(ada.offer(number).codes()).contains("recipient-blocked");
        assertThat(bob.offer(number).codes()).doesNotContain("recipient-blocked");
        done(file, "lift", "F7.2.2", ",'target':'" + block + "'");
        assertThat(ada.offer(number).codes()).doesNotContain("recipient-blocked");
        done(file, "block", "F7.2.2", ",'across':'platform','recipient':'" + number + "'");
        assertThat(bob.offer(number).codes()).contains("recipient-blocked");
    }

    @Test
    void aHandMadeMessageToSomebodyOptedOutOpensACaseUnderEveryPolicy() {
        for (String policy : List.of("backbone", "crm-text", "sipstack", "customerflows")) {
            Business business = agreed(policy);
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

    @Test
    void aReportOpensACaseForAnybodyAndSaysWhatIsMissing() {
        Http.Answer received =
                http.post("", "/reports", "{'description':'<script>alert(1)</script>'}");
        assertThat(received.status()).isEqualTo(202);
        assertThat(received.at("/id")).startsWith("rep_");
        Http.Answer file = http.get(Http.OPERATOR, "/cases/" + received.at("/case"));
        assertThat(file.at("/state")).isEqualTo("open");
        assertThat(file.at("/description")).isEqualTo("<script>alert(1)</script>");
        assertThat(http.post("", "/reports", "{'accountName':'Ada'}").status()).isEqualTo(422);
        assertThat(act(received.at("/case"), "dismiss", "none", "").status()).isEqualTo(201);
        assertThat(http.get(Http.OPERATOR, "/cases/" + received.at("/case")).at("/state"))
                .isEqualTo("closed");
    }

    @Test
    void aCaseIsItsAccountsAndTheOperatorsAndItsBundleIsHashed() {
        Business ada = businesses.open("customerflows");
        Business bob = businesses.open("customerflows");
        String file = open(ada);
        done(file, "refer", "F7.2.5", "");

        assertThat(http.get(ada.key(), "/cases/" + file).status()).isEqualTo(200);
        assertThat(http.get(bob.key(), "/cases/" + file).status()).isEqualTo(404);
        Http.Answer bundle = http.get(Http.OPERATOR, "/cases/" + file + "/bundle");
        assertThat(bundle.at("/sha256")).hasSize(64);
        assertThat(bundle.body().at("/bundle/records")).hasSize(2);
        assertThat(bundle.at("/bundle/case/history/1/previous"))
                .isEqualTo(bundle.at("/bundle/case/history/0/hash"));
    }

    @Test
    void aRepeatedActionIsTakenOnce() {
        Business ada = businesses.open("customerflows");
        String path = "/cases/" + open(ada) + "/actions";
        String body = "{'action':'warn','clause':'F7.2.1','reason':'Mend it','by':'olga'}";

        Http.Answer first = http.post(Http.OPERATOR, path, body, "once-" + ada.id());
        Http.Answer second = http.post(Http.OPERATOR, path, body, "once-" + ada.id());

        assertThat(second.at("/id")).isEqualTo(first.at("/id"));
        assertThat(ada.events("standing.changed")).hasSize(1);
    }

    @Test
    void nothingIsAllowedOnceASuspensionIsAcknowledged() throws Exception {
        Business ada = agreed("customerflows");
        String file = open(ada);
        ada.reference(ada.person(1), "bk_1", "booking", "open");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < ROUNDS; round++) {
                AtomicBoolean acknowledged = new AtomicBoolean();
                CompletableFuture<Boolean> asking =
                        CompletableFuture.supplyAsync(
                                () -> allowedAfter(ada, acknowledged), threads);
                done(file, "suspend", "F7.2.3", "");
                acknowledged.set(true);
                assertThat(asking.get()).isFalse();
                done(file, "lift", "F7.2.3", "");
            }
        }
    }

    /// Asks until it has asked twice after the acknowledgement.
    private boolean allowedAfter(Business business, AtomicBoolean acknowledged) {
        int after = 0;
        boolean allowed = false;
        while (after < 2) {
            boolean begunAfter = acknowledged.get();
            Http.Answer answer =
                    business.authorize(
                            business.person(1),
                            "job-status",
                            Business.VISIT,
                            ",'reference':'bk_1','dryRun':true");
            if (begunAfter) {
                after++;
                allowed |= answer.at("/decision").equals("allow");
            }
        }
        return allowed;
    }
}
