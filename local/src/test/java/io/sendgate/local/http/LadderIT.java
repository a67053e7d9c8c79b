package io.sendgate.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.util.List;

/// What each policy's ladder has and has not, and what its actions do, over HTTP.
@ExtendWith(SharedSuite.class)
final class LadderIT {

    private static final Instant NOON = Instant.parse("2026-11-16T18:00:00Z");

    private final Businesses businesses;
    private final Http http;
    private final CaseDesk desk;

    LadderIT(Businesses businesses) {
        this.businesses = businesses;
        this.http = businesses.http();
        this.desk = new CaseDesk(businesses);
    }

    @BeforeEach
    void setTheClock() {
        http.clock(NOON);
    }

    @ParameterizedTest
    @CsvSource({
        "backbone, warn, B19, 201",
        "backbone, suspend, B18, 201",
        "backbone, terminate, B20, 201",
        "backbone, restrict, B18, 422",
        "backbone, hold, B18, 422",
        "backbone, refer, B18, 422",
        "crm-text, warn, C1, 422",
        "crm-text, restrict, C4, 422",
        "crm-text, suspend, C4, 201",
        "crm-text, terminate, C1, 201",
        "crm-text, hold, C4, 422",
        "crm-text, refer, C1, 422",
        "sipstack, warn, S4, 422",
        "sipstack, restrict, S4, 422",
        "sipstack, suspend, S4, 201",
        "sipstack, terminate, S4, 422",
        "sipstack, hold, S4, 422",
        "sipstack, refer, S4, 422",
        "customerflows, warn, F7.2.1, 201",
        "customerflows, restrict, F7.2.2, 201",
        "customerflows, suspend, F7.2.3, 201",
        "customerflows, terminate, F7.2.4, 201",
        "customerflows, hold, F7.1.2, 201",
        "customerflows, refer, F7.2.5, 201",
    })
    void aLadderIsThePolicys(String policy, String action, String clause, int status) {
        Business business = businesses.open(policy);

        Http.Answer answer = desk.act(desk.open(business), action, clause, "");

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        if (status == 422) {
            assertThat(answer.at("/code")).isEqualTo("not-on-ladder");
            assertThat(http.get(business.key(), "/account").at("/standing")).isEqualTo("active");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "backbone, suspend, B18, account-suspended",
        "backbone, terminate, B20, account-terminated",
        "crm-text, suspend, C4, account-suspended",
        "crm-text, terminate, C1, account-terminated",
        "sipstack, suspend, S4, account-suspended",
        "customerflows, suspend, F7.2.3, account-suspended",
        "customerflows, terminate, F7.2.4, account-terminated",
        "customerflows, hold, F7.1.2, under-investigation",
        "customerflows, restrict, F7.2.2, account-restricted",
    })
    void anActionComesWithoutAStepBeforeItHoldsAtOnceAndIsTold(
            String policy, String action, String clause, String code) {
        Business business = desk.agreed(policy);
        String file = desk.open(business);

        String id = desk.done(file, action, clause, "");

        Http.Answer refused = business.offer(business.person(1));
        assertThat(refused.at("/decision")).isEqualTo("deny");
        assertThat(CaseDesk.clauseOf(refused, code)).isEqualTo(clause);
        JsonNode notice = business.events("standing.changed").getLast();
        assertThat(notice.at("/data/id").asText()).isEqualTo(id);
        assertThat(notice.at("/data/action").asText()).isEqualTo(action);
        assertThat(notice.at("/data/clause").asText()).isEqualTo(clause);
        assertThat(notice.at("/data/reason").asText()).isEqualTo("As found");
        assertThat(http.get(business.key(), "/cases/" + file).body().at("/history")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"backbone, B18", "crm-text, C4", "sipstack, S4", "customerflows, F7.2.3"})
    void aSuspensionIsAppealedUnderEveryPolicyAndAGrantVoidsTheStrike(
            String policy, String clause) {
        Business business = desk.agreed(policy);
        String file = desk.open(business);
        String action = desk.done(file, "suspend", clause, "");
        String bundle = "/cases/" + file + "/bundle";
        assertThat(http.get(Http.OPERATOR, bundle).body().at("/bundle/account/strikes")).hasSize(1);

        Http.Answer appeal = desk.appeal(business, action);
        assertThat(appeal.at("/dueAt")).isEqualTo("2026-12-01T18:00:00Z");
        desk.decide(appeal.at("/id"), "granted");

        assertThat(http.get(business.key(), "/account").at("/standing")).isEqualTo("active");
        assertThat(http.get(Http.OPERATOR, bundle).body().at("/bundle/account/strikes")).isEmpty();
        assertThat(business.events("appeal.decided")).hasSize(1);
    }

    @Test
    void aRefusedAppealChangesNothingAndIsNotMadeAgain() {
        Business ada = desk.agreed("customerflows");
        String action = desk.done(desk.open(ada), "suspend", "F7.2.3", "");
        String appeal = desk.appeal(ada, action).at("/id");

        assertThat(desk.decide(appeal, "refused").status()).isEqualTo(200);

        assertThat(ada.offer(ada.person(1)).codes()).contains("account-suspended");
        Http.Answer again = desk.appeal(ada, action);
        assertThat(again.status()).isEqualTo(409);
    }

    @Test
    void anActionAgainstAnEndUserIsTheOwnersStrikeAndNamesTheUser() {
        Business cedar = businesses.open("crm-text");
        String file = desk.open(cedar);

        desk.done(file, "suspend", "C4", ",'endUser':'user_7'");

        Http.Answer bundle = http.get(Http.OPERATOR, "/cases/" + file + "/bundle");
        assertThat(bundle.body().at("/bundle/account/strikes")).hasSize(1);
        assertThat(bundle.at("/bundle/account/strikes/0/endUser")).isEqualTo("user_7");
        assertThat(bundle.at("/bundle/account/standing")).isEqualTo("active");
    }

    @Test
    void whatIsReferredKeepsTheHashOfTheHistoryAsItWasPassedOn() {
        Business ada = businesses.open("customerflows");
        String file = desk.open(ada);
        String head = http.get(Http.OPERATOR, "/cases/" + file + "/bundle").at("/bundle/head");

        Http.Answer referred = desk.act(file, "refer", "F7.2.5", "");

        assertThat(referred.at("/bundle")).isEqualTo(head);
    }

    @Test
    void aWarningAsksForMendingByADayAndEndsThen() {
        Business ada = desk.agreed("customerflows");
        desk.done(desk.open(ada), "warn", "F7.2.1", ",'until':'2026-11-20T18:00:00Z'");
        String person = ada.person(1);

        assertThat(http.get(ada.key(), "/account").at("/standing")).isEqualTo("warned");
        assertThat(advice(ada.offer(person))).contains("account-warned");
        http.clock(Instant.parse("2026-11-25T18:00:00Z"));

        assertThat(advice(ada.offer(person))).doesNotContain("account-warned");
        assertThat(http.get(ada.key(), "/account").at("/standing")).isEqualTo("active");
    }

    private static List<String> advice(Http.Answer answer) {
        return answer.body().path("advice").findValuesAsText("code");
    }

    @Test
    void theQueueSaysWhatIsDueAndWhatIsOverdue() {
        Business ada = businesses.open("customerflows");
        String file = desk.open(ada);
        String queue = "/cases?state=open&account=" + ada.id();

        Http.Answer before = http.get(Http.OPERATOR, queue);
        http.clock(Instant.parse("2026-12-01T18:00:00Z"));
        Http.Answer after = http.get(Http.OPERATOR, queue);

        assertThat(before.at("/items/0/id")).isEqualTo(file);
        assertThat(before.at("/items/0/dueAt")).isEqualTo("2026-12-01T18:00:00Z");
        assertThat(before.at("/items/0/overdue")).isEqualTo("false");
        assertThat(after.at("/items/0/overdue")).isEqualTo("true");
    }
}
