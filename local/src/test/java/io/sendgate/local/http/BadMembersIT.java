package io.sendgate.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// A member that does not fit is named by a pointer, each in its own place.
@ExtendWith(SharedSuite.class)
final class BadMembersIT {

    private static final Instant NOON = Instant.parse("2026-11-16T18:00:00Z");
    private static final String PERSON = "+13125550901";

    private final Http http;
    private final Business ada;

    BadMembersIT(Businesses businesses) {
        this.http = businesses.http();
        http.clock(NOON);
        this.ada = businesses.open("customerflows");
    }

    /// A change to a good body, and where it is refused.
    private record Fault(String good, String bad, String pointer) {}

    private static Fault fault(String good, String bad, String pointer) {
        return new Fault(good, bad, pointer);
    }

    private void refuses(String method, String path, String body, List<Fault> faults) {
        for (Fault fault : faults) {
            assertThat(body).contains(fault.good());
            Http.Answer answer =
                    http.send(
                            method,
                            path,
                            ada.key(),
                            body.replace(fault.good(), fault.bad()).replace('\'', '"'),
                            Map.of());
            assertThat(answer.status()).as("%s: %s", path, fault.bad()).isEqualTo(400);
            assertThat(answer.body().path("errors").findValuesAsText("pointer"))
                    .as("%s: %s", path, fault.bad())
                    .contains(fault.pointer());
        }
    }

    @Test
    void aRequestToSendNamesWhatDoesNotFit() {
        String body =
                ada.request(
                        PERSON,
                        "marketing",
                        "hello",
                        ",'notAfter':'2026-11-22T18:00:00Z','origin':'api','dryRun':true");
        refuses(
                "POST",
                "/authorizations",
                body,
                List.of(
                        fault("'channel':'sms'", "'channel':'fax'", "/channel"),
                        fault("'channel':'sms'", "'channel':7", "/channel"),
                        fault("'channel':'sms',", "", "/channel"),
                        fault("'to':'" + PERSON + "'", "'to':'banana'", "/to"),
                        fault("'to':'" + PERSON + "'", "'to':''", "/to"),
                        fault("'to':'" + PERSON + "'", "'to':null", "/to"),
                        fault("'purpose':'marketing'", "'purpose':'promo'", "/purpose"),
                        fault("'hello'", "'" + "x".repeat(4097) + "'", "/body"),
                        fault("'hello'", "''", "/body"),
                        fault("'hello'", "'\\ud800'", "/body"),
                        fault("'hello'", "'\\u0000'", "/body"),
                        fault(",'body':'hello'", "", "/body"),
                        fault("2026-11-22T18:00:00Z", "2026-11-22 18:00", "/notAfter"),
                        fault("2026-11-22T18:00:00Z", "2026-02-30T18:00:00Z", "/notAfter"),
                        fault("'origin':'api'", "'origin':'robot'", "/origin"),
                        fault("'dryRun':true", "'dryRun':'yes'", "/dryRun"),
                        fault("'dryRun':true", "'subject':'" + "x".repeat(65) + "'", "/subject"),
                        fault("'dryRun':true", "'whenBlocked':'wait'", "/whenBlocked"),
                        fault("'dryRun':true", "'media':[{}]", "/media/0/contentType")));
    }

    @Test
    void aConsentNamesWhatDoesNotFit() {
        refuses(
                "POST",
                "/consents",
                Business.writtenConsent(PERSON, "'marketing'", ",'maxPerWeek':3"),
                List.of(
                        fault("'recipient':'" + PERSON + "'", "'recipient':'1'", "/recipient"),
                        fault("['marketing']", "['promo']", "/purposes/0"),
                        fault("['marketing']", "[]", "/purposes"),
                        fault("['marketing']", "'marketing'", "/purposes"),
                        fault("'web-form'", "'telepathy'", "/method"),
                        fault("'own-customer'", "'friend'", "/source"),
                        fault("'preTicked':false", "'preTicked':0", "/disclosure/preTicked"),
                        fault("'preTicked':false", "'ticked':false", "/disclosure/ticked"),
                        fault("203.0.113.9", "203.0.113.900", "/evidence/ip"),
                        fault("2026-01-05T10", "2026-13-05T10", "/evidence/capturedAt"),
                        fault("2026-01-05T10", "2026-11-17T10", "/evidence/capturedAt"),
                        fault("'maxPerWeek':3", "'maxPerWeek':51", "/maxPerWeek"),
                        fault("'maxPerWeek':3", "'maxPerWeek':0", "/maxPerWeek"),
                        fault("'maxPerWeek':3", "'maxPerWeek':2.5", "/maxPerWeek")));
    }

    @Test
    void anOptOutNamesWhatDoesNotFit() {
        refuses(
                "POST",
                "/opt-outs",
                "{'recipient':'"
                        + PERSON
                        + "','scope':'all','via':'email','at':'2026-11-01T00:00:00Z'}",
                List.of(
                        fault("'recipient':'" + PERSON + "',", "", "/recipient"),
                        fault(PERSON, "+1", "/recipient"),
                        fault("'scope':'all'", "'scope':'some'", "/scope"),
                        fault("'scope':'all',", "", "/scope"),
                        fault("'via':'email'", "'via':'By E-Mail'", "/via"),
                        fault("2026-11-01T00:00:00Z", "yesterday", "/at")));
    }

    @Test
    void factsAboutARecipientNameWhatDoesNotFit() {
        String recipient = "/recipients/" + Http.path(PERSON);
        refuses(
                "PUT",
                recipient,
                "{'timezone':'America/Chicago','country':'US','region':'IL',"
                        + "'relationship':{'type':'customer','since':'2026-01-14'}}",
                List.of(
                        fault("America/Chicago", "Mars/Olympus", "/timezone"),
                        fault("America/Chicago", "-06:00", "/timezone"),
                        fault("'US'", "'USA'", "/country"),
                        fault("'IL'", "'Illinois'", "/region"),
                        fault("2026-01-14", "14.1.2026", "/relationship/since"),
                        fault("'type':'customer',", "", "/relationship/type")));
        refuses(
                "PUT",
                recipient + "/references/bk_1",
                "{'kind':'booking','status':'open'}",
                List.of(
                        fault("booking", "dream", "/kind"),
                        fault("open", "ajar", "/status"),
                        fault(",'status':'open'", "", "/status")));
        assertThat(ada.events("consent.granted")).isEmpty();
    }

    @Test
    void aPathOrQueryThatCannotBeReadIsABadRequest() {
        for (String path :
                List.of(
                        "/recipients/banana",
                        "/recipients/%2B1",
                        "/recipients/" + Http.path(PERSON) + "/history?limit=0",
                        "/recipients/" + Http.path(PERSON) + "/history?limit=many",
                        "/recipients/" + Http.path(PERSON) + "/history?after=rubbish",
                        "/authorizations",
                        "/authorizations?recipient=banana",
                        "/authorizations?recipient=" + Http.path(PERSON) + "&decision=maybe",
                        "/authorizations?recipient=" + Http.path(PERSON) + "&code=bad-luck",
                        "/authorizations?recipient=" + Http.path(PERSON) + "&from=soon",
                        "/opt-outs?limit=-1",
                        "/opt-outs?after=%00")) {
            Http.Answer answer = http.get(ada.key(), path);
            assertThat(answer.status()).as(path).isEqualTo(400);
            assertThat(answer.header("content-type")).startsWith("application/problem+json");
        }
    }

    @Test
    void aMalformedItemOfABatchSpoilsNothingButItself() {
        String good = ada.request(PERSON, "invoice", Business.VISIT, "");
        String bad = ada.request("banana", "invoice", Business.VISIT, "");

        JsonNode decisions =
                http.post(
                                ada.key(),
                                "/authorizations/batch",
                                "{'requests':[" + good + "," + bad + ",7,{}," + good + "]}")
                        .body()
                        .path("decisions");

        assertThat(decisions).hasSize(5);
        assertThat(decisions.at("/0/decision").asText()).isEqualTo("allow");
        assertThat(decisions.at("/1/status").asInt()).isEqualTo(400);
        assertThat(decisions.at("/1/errors/0/pointer").asText()).isEqualTo("/requests/1/to");
        assertThat(decisions.at("/2/errors/0/pointer").asText()).isEqualTo("/requests/2");
        assertThat(decisions.at("/3/status").asInt()).isEqualTo(400);
        assertThat(decisions.at("/4/decision").asText()).isEqualTo("allow");
        assertThat(ada.events("authorization.allowed")).hasSize(2);
    }

    @Test
    void aBatchHasAHundredItemsAtMost() {
        String item = ada.request(PERSON, "invoice", Business.VISIT, ",'dryRun':true");
        String many = "{'requests':[" + (item + ",").repeat(100) + item + "]}";

        Http.Answer answer = http.post(ada.key(), "/authorizations/batch", many);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/errors/0/pointer")).isEqualTo("/requests");
    }
}
