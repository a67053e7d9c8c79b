package io.sendgate.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Accounts, their keys and sub-accounts, and the policies they can be under.
@ExtendWith(SharedSuite.class)
final class StandingRoutesIT {

    private static final Instant NOON = Instant.parse("2026-11-16T18:00:00Z");
    private static final String PERSON = "+13125550601";
    private static final List<String> POLICIES =
            List.of("backbone", "crm-text", "customerflows", "sipstack");

    private final Businesses businesses;
    private final Http http;

    StandingRoutesIT(Businesses businesses) {
        this.businesses = businesses;
        this.http = businesses.http();
    }

    @BeforeEach
    void setTheClock() {
        http.clock(NOON);
    }

    private Http.Answer under(Business root, String sub, String method, String path, String body) {
        return http.send(
                method, path, root.key(), body.replace('\'', '"'), Map.of("Sendgate-Account", sub));
    }

    @Test
    void anAccountSeesItselfAsTheOperatorDoes() {
        Business ada = businesses.open("customerflows");

        Http.Answer own = http.get(ada.key(), "/account");
        Http.Answer operators = http.get(Http.OPERATOR, "/accounts/" + ada.id());

        assertThat(own.status()).isEqualTo(200);
        assertThat(own.body()).isEqualTo(operators.body());
        assertThat(own.at("/id")).isEqualTo(ada.id());
        assertThat(own.at("/policy")).isEqualTo("customerflows");
        assertThat(own.text()).doesNotContain(ada.key());
        assertThat(own.body().has("standing")).isTrue();
    }

    @Test
    void puttingAnAccountAgainReplacesItsDocumentAndNotItsKeys() {
        Business ada = businesses.open("customerflows");
        Business renamed =
                new Business(
                        http, ada.id(), "", ada.number(), "customerflows", ",'handOff':'redeem'");

        Http.Answer again = renamed.put();

        assertThat(again.status()).isEqualTo(200);
        assertThat(http.get(ada.key(), "/account").at("/handOff")).isEqualTo("redeem");
    }

    @Test
    void aKeyIsShownOnceAndRefusedEverywhereOnceRevoked() {
        Business ada = businesses.open("customerflows");
        String keys = "/accounts/" + ada.id() + "/keys";
        Http.Answer second = http.post(Http.OPERATOR, keys, "");
        String key = second.at("/key");
        assertThat(second.status()).isEqualTo(201);
        assertThat(http.get(key, "/account").status()).isEqualTo(200);

        Http.Answer listed = http.get(Http.OPERATOR, keys);
        Http.Answer revoked = http.delete(Http.OPERATOR, keys + "/" + second.at("/id"));

        assertThat(listed.items()).hasSize(2);
        assertThat(listed.text()).doesNotContain(key, ada.key());
        assertThat(revoked.status()).isEqualTo(204);
        for (String path : List.of("/account", "/recipients/" + PERSON, "/policies")) {
            assertThat(http.get(key, path).status()).as(path).isEqualTo(401);
        }
        assertThat(http.get(ada.key(), "/account").status()).isEqualTo(200);
        assertThat(http.get(Http.OPERATOR, keys).items()).hasSize(1);
    }

    @Test
    void aRootActsForItsSubAccountsAndForNobodyElse() {
        Business root = businesses.open("customerflows");
        Business sub = businesses.open("customerflows", ",'parent':'" + root.id() + "'");
        Business other = businesses.open("customerflows");

        Http.Answer acting = under(root, sub.id(), "GET", "/account", "");
        Http.Answer foreign = under(root, other.id(), "GET", "/account", "");
        Http.Answer missing = under(root, "acct_nobody", "GET", "/account", "");
        Http.Answer upwards = under(sub, root.id(), "GET", "/account", "");

        assertThat(acting.at("/id")).isEqualTo(sub.id());
        assertThat(foreign.status()).isEqualTo(404);
        assertThat(missing.text()).isEqualTo(foreign.text());
        assertThat(upwards.text()).isEqualTo(foreign.text());
    }

    @Test
    void aFamilySharesItsOptOutsAndNotItsConsents() {
        Business root = businesses.open("customerflows");
        Business sub = businesses.open("customerflows", ",'parent':'" + root.id() + "'");
        root.written(PERSON, "'marketing'", "");
        Http.Answer unasked = sub.offer(PERSON);
        sub.written(PERSON, "'marketing'", "");
        assertThat(sub.offer(PERSON).at("/decision")).isEqualTo("allow");

        Http.Answer sameWeek = root.offer(PERSON);
        sub.optOut(PERSON, "marketing");

        assertThat(unasked.codes()).containsExactly("consent-missing");
        assertThat(sameWeek.codes()).containsExactly("frequency-cap");
        assertThat(root.offer(PERSON).codes()).contains("opted-out");
    }

    @Test
    void aParentHasNoParentAndNeverChanges() {
        Business root = businesses.open("customerflows");
        Business sub = businesses.open("customerflows", ",'parent':'" + root.id() + "'");
        Business grandchild =
                new Business(http, "acct_grandchild", "", 9001, "customerflows", parent(sub));
        Business orphan = new Business(http, sub.id(), "", sub.number(), "customerflows", "");

        assertThat(grandchild.put().status()).isEqualTo(409);
        assertThat(orphan.put().status()).isEqualTo(409);
        assertThat(http.get(Http.OPERATOR, "/accounts/acct_grandchild").status()).isEqualTo(404);
    }

    private static String parent(Business business) {
        return ",'parent':'" + business.id() + "'";
    }

    @Test
    void aSenderBelongsToOneFamily() {
        Business ada = businesses.open("customerflows");
        Business thief = new Business(http, "acct_thief", "", ada.number(), "customerflows", "");

        Http.Answer taken = thief.put();

        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.at("/errors/0/pointer")).startsWith("/senders/0");
        assertThat(http.get(Http.OPERATOR, "/accounts/acct_thief").status()).isEqualTo(404);
    }

    @Test
    void aBlockedEndUserSendsNothingUntilActiveAgain() {
        Business ada = businesses.open("customerflows");
        String by = ",'endUser':'user_7'";

        http.put(ada.key(), "/end-users/user_7", "{'state':'blocked','reason':'spam'}");
        Http.Answer blocked = ada.authorize(PERSON, "job-status", Business.VISIT, by);
        http.put(ada.key(), "/end-users/user_7", "{'state':'active'}");
        Http.Answer active = ada.authorize(PERSON, "job-status", Business.VISIT, by);

        assertThat(blocked.codes()).containsExactly("end-user-blocked");
        assertThat(active.at("/decision")).isEqualTo("allow");
    }

    @Test
    void everyClauseOfTheFourPoliciesIsListed() {
        Business ada = businesses.open("customerflows");
        Set<String> ids = new HashSet<>();

        for (String policy : POLICIES) {
            Http.Answer answer = http.get(ada.key(), "/policies/" + policy);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.at("/digest")).matches("sha256:[0-9a-f]{64}");
            for (JsonNode clause : answer.body().path("clauses")) {
                ids.add(clause.path("id").asText());
                assertThat(clause.path("summary").asText()).isNotBlank();
                assertThat(clause.path("enforced")).isNotEmpty();
            }
        }

        assertThat(ids).hasSize(151);
        assertThat(http.get(Http.OPERATOR, "/policies").items())
                .extracting(item -> item.path("id").asText())
                .containsAll(POLICIES);
    }

    @Test
    void theFourDemoAccountsAreOpenUnderTheirPolicies() {
        List<String> demos =
                List.of("acct_backbone", "acct_crmtext", "acct_customerflows", "acct_sipstack");

        for (int i = 0; i < demos.size(); i++) {
            Http.Answer demo = http.get(Http.OPERATOR, "/accounts/" + demos.get(i));
            assertThat(demo.at("/policy")).isEqualTo(POLICIES.get(i));
            assertThat(demo.at("/mode")).isEqualTo("enforce");
        }
    }
}
