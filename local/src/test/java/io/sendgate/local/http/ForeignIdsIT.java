package io.sendgate.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// What belongs to somebody else cannot be told from what is not there.
@ExtendWith(SharedSuite.class)
final class ForeignIdsIT {

    private static final Instant NOON = Instant.parse("2026-11-16T18:00:00Z");
    private static final String PERSON = "+13125551001";

    private final Http http;
    private final Business ada;
    private final Business eve;

    ForeignIdsIT(Businesses businesses) {
        this.http = businesses.http();
        http.clock(NOON);
        this.ada = businesses.open("customerflows");
        this.eve = businesses.open("customerflows");
    }

    /// Asks as Eve for a thing of Ada's, for one that was never made, and for what is no id.
    private void cannotBeTold(String id, Function<String, Http.Answer> asked) {
        Http.Answer foreign = asked.apply(id);
        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign.header("content-type")).startsWith("application/problem+json");
        String prefix = id.substring(0, id.indexOf('_') + 1);
        String flipped = id.substring(0, id.length() - 1) + (id.endsWith("0") ? "1" : "0");
        String earlier =
                id.substring(0, 12) + (id.charAt(12) == '0' ? '1' : '0') + id.substring(13);
        for (String made : List.of(flipped, earlier, prefix + "1", prefix, "nonsense", "%20")) {
            Http.Answer answer = asked.apply(made);
            assertThat(answer.text()).as(made).isEqualTo(foreign.text());
            assertThat(answer.status()).as(made).isEqualTo(404);
        }
    }

    private Http.Answer asEve(String method, String path, String body) {
        return http.send(method, path, eve.key(), body.replace('\'', '"'), Map.of());
    }

    @Test
    void anotherAccountsAuthorizationIsNotThere() {
        ada.written(PERSON, "'marketing'", "");
        String allow = ada.offer(PERSON).at("/id");
        String refusal = ada.offer(PERSON).at("/id");

        for (String id : List.of(allow, refusal)) {
            String path = "/authorizations/";
            cannotBeTold(id, one -> asEve("GET", path + one, ""));
            cannotBeTold(id, one -> asEve("DELETE", path + one, ""));
            cannotBeTold(id, one -> asEve("POST", path + one + "/redeem", ""));
            cannotBeTold(id, one -> asEve("POST", path + one + "/outcome", "{'status':'sent'}"));
            cannotBeTold(
                    id, one -> asEve("POST", path + one + "/outcome", "{'status':'not-sent'}"));
        }
        assertThat(http.get(ada.key(), "/authorizations/" + allow).at("/status"))
                .isEqualTo("granted");
    }

    @Test
    void anotherAccountsConsentIsNotThere() {
        String consent = ada.written(PERSON, "'marketing'", "").at("/id");

        cannotBeTold(consent, one -> asEve("GET", "/consents/" + one, ""));
        cannotBeTold(consent, one -> asEve("GET", "/consents/" + one + "/evidence", ""));
    }

    @Test
    void anIdOfOneKindIsNoneOfAnother() {
        String consent = ada.written(PERSON, "'marketing'", "").at("/id");
        String allow = ada.offer(PERSON).at("/id");

        assertThat(http.get(ada.key(), "/authorizations/" + consent).status()).isEqualTo(404);
        assertThat(http.get(ada.key(), "/consents/" + allow).status()).isEqualTo(404);
        assertThat(http.get(ada.key(), "/authorizations/auth_" + consent.substring(5)).status())
                .isEqualTo(404);
    }

    @Test
    void anotherAccountAndItsTagsAreNotThere() {
        ada.written(PERSON, "'marketing'", "");
        String tag = ada.recipient(PERSON).at("/tag");
        Http.Answer foreign = asEve("GET", "/recipients/" + tag, "");
        String unknown = tag.substring(0, tag.length() - 1) + (tag.endsWith("A") ? "B" : "A");

        assertThat(foreign.status()).isEqualTo(404);
        assertThat(asEve("GET", "/recipients/" + unknown, "").text()).isEqualTo(foreign.text());
        assertThat(asEve("GET", "/accounts/" + ada.id(), "").text()).isEqualTo(foreign.text());
        assertThat(asEve("GET", "/accounts/acct_nobody", "").text()).isEqualTo(foreign.text());
        assertThat(asEve("GET", "/accounts/nonsense", "").text()).isEqualTo(foreign.text());
    }

    @Test
    void aStrangersViewOfAPersonIsThatOfNobody() {
        ada.written(PERSON, "'marketing'", "");
        ada.optOut(PERSON, "marketing");

        Http.Answer seen = eve.recipient(PERSON);

        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.body().path("consents")).isEmpty();
        assertThat(seen.body().path("optOuts")).isEmpty();
        assertThat(asEve("GET", "/authorizations?recipient=" + Http.path(PERSON), "").items())
                .isEmpty();
        assertThat(asEve("GET", "/opt-outs", "").items()).isEmpty();
    }

    @Test
    void aKeyOfAnotherAccountRevokesNothing() {
        String mine =
                http.get(Http.OPERATOR, "/accounts/" + ada.id() + "/keys")
                        .items()
                        .getFirst()
                        .path("id")
                        .asText();

        Http.Answer answer = http.delete(Http.OPERATOR, "/accounts/" + eve.id() + "/keys/" + mine);

        assertThat(answer.status()).isIn(204, 404);
        assertThat(http.get(ada.key(), "/account").status()).isEqualTo(200);
    }

    @Test
    void webhooksOfUnknownProvidersAndAccountsAreNotThere() {
        Http.Answer unknown = http.post("", "/webhooks/twilio/acct_nobody", "{}");

        assertThat(unknown.status()).isEqualTo(404);
        for (String path :
                List.of("/webhooks/pigeon/" + ada.id(), "/webhooks/twilio/" + ada.id())) {
            assertThat(http.post("", path, "{}").text()).isEqualTo(unknown.text());
        }
    }
}
