package io.sendgate.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.time.Duration;
import java.time.Instant;

/// Requests that come twice have one effect and one id.
@ExtendWith(SharedSuite.class)
final class IdempotencyIT {

    private static final Instant NOON = Instant.parse("2026-11-16T18:00:00Z");
    private static final String PERSON = "+13125550301";
    private static final String OTHER = "+13125550302";
    private static final String OPT_OUT =
            "{'recipient':'" + PERSON + "','scope':'marketing','via':'email'}";

    private final Http http;
    private final Business ada;

    IdempotencyIT(Businesses businesses) {
        this.http = businesses.http();
        http.clock(NOON);
        this.ada = businesses.open("customerflows");
    }

    private Http.Answer post(String path, String body, String key) {
        return http.post(ada.key(), path, body, key);
    }

    @Test
    void aConsentThatComesTwiceIsOne() {
        String body = Business.writtenConsent(PERSON, "'marketing'", "");

        Http.Answer first = post("/consents", body, "c1");
        Http.Answer second = post("/consents", body, "c1");

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.at("/id")).startsWith("cons_").isEqualTo(first.at("/id"));
        assertThat(ada.events("consent.granted")).hasSize(1);
    }

    @Test
    void aConsentThatIsRepeatedAnswersWhatItIsNowAndRevivesNothing() {
        String body = Business.writtenConsent(PERSON, "'marketing'", "");
        post("/consents", body, "c1");
        http.advance(Duration.ofHours(1));
        ada.optOut(PERSON, "marketing");

        Http.Answer repeated = post("/consents", body, "c1");

        assertThat(repeated.at("/state")).isEqualTo("revoked");
        assertThat(ada.offer(PERSON).codes()).contains("opted-out", "consent-missing");
    }

    @Test
    void aKeyWithAnotherBodyIsRefusedAndChangesNothing() {
        post("/consents", Business.writtenConsent(PERSON, "'marketing'", ""), "c1");
        String before = ada.recipient(PERSON).text();

        Http.Answer other =
                post("/consents", Business.writtenConsent(PERSON, "'transactional'", ""), "c1");

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.at("/type")).endsWith("idempotency-key-reused");
        assertThat(ada.recipient(PERSON).text()).isEqualTo(before);
    }

    @Test
    void aRefusedCaptureThatComesTwiceIsOne() {
        String body =
                Business.writtenConsent(PERSON, "'marketing'", "")
                        .replace("'preTicked':false", "'preTicked':true");

        Http.Answer first = post("/consents", body, "c1");
        Http.Answer second = post("/consents", body, "c1");

        assertThat(first.status()).isEqualTo(422);
        assertThat(first.at("/id")).startsWith("cons_");
        assertThat(second.at("/id")).isEqualTo(first.at("/id"));
        assertThat(ada.events("consent.refused")).hasSize(1);
    }

    @Test
    void anOptOutThatComesTwiceIsOne() {
        Http.Answer first = post("/opt-outs", OPT_OUT, "o1");
        Http.Answer second = post("/opt-outs", OPT_OUT, "o1");

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(ada.events("opt-out.recorded")).hasSize(1);
    }

    @Test
    void anOptOutThatIsRepeatedAfterAStartEndsNothingAgain() {
        TwilioPhone phone = new TwilioPhone(ada, PERSON).connected();
        ada.written(PERSON, "'marketing'", "");
        post("/opt-outs", OPT_OUT, "o1");
        http.advance(Duration.ofHours(1));
        phone.text("SM01", "START");

        post("/opt-outs", OPT_OUT, "o1");

        assertThat(ada.offer(PERSON).at("/decision")).isEqualTo("allow");
    }

    @Test
    void anOptOutsKeyWithAnotherBodyIsRefused() {
        post("/opt-outs", OPT_OUT, "o1");

        assertThat(post("/opt-outs", OPT_OUT.replace("marketing", "all"), "o1").status())
                .isEqualTo(422);
    }

    @Test
    void anAllowThatComesTwiceIsOneAndTakesOnePlace() {
        ada.written(PERSON, "'marketing'", "");
        String body = ada.request(PERSON, "marketing", Business.OFFER, "");

        Http.Answer first = post("/authorizations", body, "a1");
        http.post(ada.key(), "/authorizations/" + first.at("/id") + "/redeem", "");
        Http.Answer second = post("/authorizations", body, "a1");

        assertThat(second.at("/decision")).isEqualTo("allow");
        assertThat(second.at("/id")).isEqualTo(first.at("/id"));
        assertThat(first.at("/status")).isEqualTo("granted");
        assertThat(second.at("/status")).isEqualTo("redeemed");
        assertThat(ada.events("authorization.allowed")).hasSize(1);
    }

    @Test
    void anAllowsKeyWithAnotherBodyIsRefused() {
        ada.written(PERSON, "'marketing'", "");
        post("/authorizations", ada.request(PERSON, "marketing", Business.OFFER, ""), "a1");

        Http.Answer other =
                post("/authorizations", ada.request(PERSON, "invoice", Business.VISIT, ""), "a1");

        assertThat(other.status()).isEqualTo(422);
    }

    @Test
    void aKeyOnAuthorizationsIsEachRecipientsOwn() {
        ada.written(PERSON, "'marketing'", "");
        ada.written(OTHER, "'marketing'", "");

        Http.Answer one =
                post("/authorizations", ada.request(PERSON, "marketing", Business.OFFER, ""), "a1");
        Http.Answer two =
                post("/authorizations", ada.request(OTHER, "marketing", Business.OFFER, ""), "a1");

        assertThat(two.at("/decision")).isEqualTo("allow");
        assertThat(two.at("/id")).isNotEqualTo(one.at("/id"));
    }

    @Test
    void aRefusalBindsNothing() {
        String body = ada.request(PERSON, "marketing", Business.OFFER, "");
        Http.Answer refused = post("/authorizations", body, "a1");
        http.advance(Duration.ofMinutes(1));
        Http.Answer still = post("/authorizations", body, "a1");
        ada.written(PERSON, "'marketing'", "");

        Http.Answer allowed = post("/authorizations", body, "a1");
        Http.Answer repeated = post("/authorizations", body, "a1");

        assertThat(refused.codes()).containsExactly("consent-missing");
        assertThat(still.text()).isEqualTo(refused.text());
        assertThat(allowed.at("/decision")).isEqualTo("allow");
        assertThat(allowed.at("/id")).isNotEqualTo(refused.at("/id"));
        assertThat(repeated.at("/id")).isEqualTo(allowed.at("/id"));
        assertThat(http.get(ada.key(), "/authorizations/" + refused.at("/id")).at("/decision"))
                .isEqualTo("deny");
        assertThat(ada.events("authorization.denied")).hasSize(1);
    }

    @Test
    void anItemOfABatchHasTheBatchsKeyAndItsPlace() {
        ada.written(PERSON, "'marketing'", "");
        String item = ada.request(PERSON, "marketing", Business.OFFER, "");
        String batch = "{'requests':[" + item + "]}";

        JsonNode first = post("/authorizations/batch", batch, "b1").body().at("/decisions/0");
        JsonNode again = post("/authorizations/batch", batch, "b1").body().at("/decisions/0");
        Http.Answer single = post("/authorizations", item, "b1/0");

        assertThat(first.path("decision").asText()).isEqualTo("allow");
        assertThat(again.path("id")).isEqualTo(first.path("id"));
        assertThat(single.at("/id")).isEqualTo(first.path("id").asText());
    }

    @Test
    void aPermitIsRedeemedOnceButForTheSameKey() {
        ada.written(PERSON, "'marketing'", "");
        String redeem = "/authorizations/" + ada.offer(PERSON).at("/id") + "/redeem";

        Http.Answer first = post(redeem, "", "r1");
        Http.Answer repeated = post(redeem, "", "r1");
        Http.Answer other = post(redeem, "", "r2");

        assertThat(first.at("/status")).isEqualTo("redeemed");
        assertThat(repeated.status()).isEqualTo(200);
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.codes()).containsExactly("already-redeemed");
    }

    @Test
    void aKeyThatIsNoKeyIsABadRequest() {
        String body = Business.writtenConsent(PERSON, "'marketing'", "");

        assertThat(post("/consents", body, "k".repeat(255)).status()).isEqualTo(201);
        assertThat(post("/consents", body, "k".repeat(256)).status()).isEqualTo(400);
        assertThat(post("/consents", body, "").status()).isEqualTo(400);
    }
}
