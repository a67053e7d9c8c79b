package io.sendgate.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// Versions of policies over HTTP: published, obeyed by instant, told, replayed. Each test has a
/// policy of its own, so that no other account in the suite ever sees one change.
@ExtendWith(SharedSuite.class)
final class PublishingIT {

    private static final Instant NOON = Instant.parse("2026-11-16T18:00:00Z");
    private static final Instant LATER = NOON.plus(Duration.ofHours(1));
    private static final String ANY = "'marketing','transactional','conversational'";
    private static final String FIFTH = "the-fifth-message-of-a-minute-goes";
    private static final String FIFTH_NO_LONGER =
            """
            {'given':{'recipient':{'consents':[{'purposes':['conversational'],'tier':'implied'}],
              'grants':[{'at':'2026-11-18T17:59:30Z','purpose':'reply','times':4}]}},
             'request':{'purpose':'reply'},
             'expect':{'decision':'deny','codes':['message-bombing']}}
            """;

    private final Http http;
    private final Businesses businesses;

    PublishingIT(Businesses businesses) {
        this.http = businesses.http();
        this.businesses = businesses;
        http.clock(NOON);
    }

    private Http.Answer publish(Draft draft) {
        return publish(draft, Map.of());
    }

    private Http.Answer publish(Draft draft, Map<String, String> headers) {
        return http.send("POST", "/policies", Http.OPERATOR, draft.json(), headers);
    }

    /// The first version of a new policy, in force at once.
    private static Draft first(String id) {
        return Draft.like("crm-text", id).put("version", "1").put("effectiveAt", NOON.toString());
    }

    /// The second, an hour later: four messages a minute instead of five.
    private static Draft second(String id) {
        return Draft.like("crm-text", id)
                .casesOfBefore()
                .put("version", "2")
                .put("effectiveAt", LATER.toString())
                .put("summary", "Four messages a minute, not five.")
                .rule("no-burst", "max", 4)
                .withoutCases("C5", List.of(FIFTH))
                .withCase("C5", "the-fifth-message-of-a-minute-does-not", FIFTH_NO_LONGER);
    }

    private Http.Answer visit(Business business, int which) {
        return business.authorize(business.person(which), "job-status", Business.VISIT);
    }

    private String version(Business business, int which) {
        business.written(business.person(which), ANY, "");
        return visit(business, which).at("/policy/version");
    }

    @Test
    void aNewPolicyIsNamedByAnAccountAndObeyedByItsVersionOfTheInstant() throws Exception {
        Draft draft = first("acme-instants");

        Http.Answer published = publish(draft);
        byte[] bytes = draft.json().getBytes(StandardCharsets.UTF_8);
        String digest =
                "sha256:"
                        + HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));

        assertThat(published.status()).isEqualTo(201);
        assertThat(published.at("/digest")).isEqualTo(digest);
        Business acme = businesses.open("acme-instants");
        assertThat(version(acme, 1)).isEqualTo("1");
        assertThat(publish(second("acme-instants")).status()).isEqualTo(201);
        assertThat(version(acme, 2)).isEqualTo("1");
        http.clock(LATER);
        assertThat(version(acme, 3)).isEqualTo("2");
        assertThat(http.get(acme.key(), "/policies/acme-instants").at("/version")).isEqualTo("2");
        http.clock(LATER.minusMillis(1));
        assertThat(version(acme, 4)).isEqualTo("1");
        assertThat(http.get(acme.key(), "/policies/acme-instants").at("/version")).isEqualTo("1");
        assertThat(http.get(acme.key(), "/policies/acme-instants?version=2").at("/effectiveAt"))
                .isEqualTo(LATER.toString());
    }

    @Test
    void theSameDocumentIsPublishedOnceAndAnotherOfItsVersionNever() {
        Draft draft = first("acme-once");
        Map<String, String> key = Map.of("Idempotency-Key", "publish-acme-once");

        Http.Answer one = publish(draft, key);
        Http.Answer again = publish(draft, key);
        Draft other = draft.put("summary", "Something else.");

        assertThat(one.status()).isEqualTo(201);
        assertThat(again.text()).isEqualTo(one.text());
        assertThat(publish(other).status()).isEqualTo(409);
        assertThat(publish(other.put("version", "2"), key).status()).isEqualTo(422);
    }

    @Test
    void aVersionThatFailsItsCasesChangesNothing() {
        publish(first("acme-cases"));

        Http.Answer refused =
                publish(
                        Draft.like("crm-text", "acme-cases")
                                .casesOfBefore()
                                .put("version", "2")
                                .rule("no-burst", "max", 4));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.header("content-type")).isEqualTo("application/problem+json");
        assertThat(refused.body().at("/cases/0").asText()).isEqualTo("C5/" + FIFTH);
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/cases/C5/" + FIFTH);
        assertThat(http.get(Http.OPERATOR, "/policies/acme-cases?version=2").status())
                .isEqualTo(404);
    }

    @Test
    void whatIsNoDocumentOrBreaksItsNoticeIsRefusedWhereItIsAtFault() {
        Http.Answer misshapen = publish(first("acme-bad").put("classes", 7));
        Http.Answer hasty =
                publish(
                        Draft.of("customerflows")
                                .put("version", "hasty")
                                .put("material", true)
                                .put(
                                        "effectiveAt",
                                        NOON.plus(Duration.ofDays(14)).minusMillis(1).toString()));

        assertThat(misshapen.status()).isEqualTo(400);
        assertThat(misshapen.at("/errors/0/pointer")).isEqualTo("/classes");
        assertThat(hasty.status()).isEqualTo(422);
        assertThat(hasty.body().path("errors").findValuesAsText("pointer"))
                .containsExactly("/effectiveAt");
        assertThat(http.get(Http.OPERATOR, "/policies/customerflows").at("/version"))
                .isEqualTo("2026-11-21");
        assertThat(
                        http.send(
                                        "POST",
                                        "/policies",
                                        businesses.open("crm-text").key(),
                                        first("acme-mine").json(),
                                        Map.of())
                                .status())
                .isEqualTo(401);
    }

    @Test
    void everyAccountUnderAPolicyIsToldOfItsNextVersionOnce() {
        publish(first("acme-told"));
        Business acme = businesses.open("acme-told");
        Business stranger = businesses.open("crm-text");

        publish(second("acme-told"));
        publish(second("acme-told"));
        http.post(Http.OPERATOR, "/local/schedules/account-standing/run", "");

        assertThat(acme.events("policy.published"))
                .singleElement()
                .satisfies(
                        event -> {
                            assertThat(event.at("/data/version").asText()).isEqualTo("2");
                            assertThat(event.at("/data/effectiveAt").asText())
                                    .isEqualTo(LATER.toString());
                        });
        assertThat(stranger.events("policy.published")).isEmpty();
    }

    @Test
    void recordedRequestsAreDecidedAgainUnderAnotherVersion() {
        publish(first("acme-again"));
        publish(second("acme-again"));
        Business acme = businesses.open("acme-again");
        acme.written(acme.person(1), ANY, "");
        for (int sent = 0; sent < 6; sent++) {
            visit(acme, 1);
        }

        JsonNode same = replay(acme, "\"1\"");
        JsonNode other = replay(acme, "\"2\"");
        JsonNode inline = replay(acme, second("acme-again").json());

        assertThat(same.path("decided").asInt()).isEqualTo(6);
        assertThat(same.path("same").asInt()).isEqualTo(6);
        assertThat(same.path("differences")).isEmpty();
        assertThat(same.at("/unreplayed/count").asInt()).isZero();
        assertThat(other.path("same").asInt()).isEqualTo(5);
        assertThat(other.at("/differences/0/clause/id").asText()).isEqualTo("C5");
        assertThat(other.at("/differences/0/added").asInt()).isEqualTo(1);
        assertThat(other.at("/outcomes/0/from").asText()).isEqualTo("allow");
        assertThat(other.at("/outcomes/0/to").asText()).isEqualTo("deny");
        assertThat(inline.path("differences")).isEqualTo(other.path("differences"));
    }

    private JsonNode replay(Business business, String candidate) {
        String body =
                "{\"from\":\"%s\",\"to\":\"%s\",\"account\":\"%s\",\"candidate\":%s}"
                        .formatted(NOON, LATER, business.id(), candidate);
        Http.Answer answer =
                http.send(
                        "POST",
                        "/policies/" + business.policy() + "/replay",
                        Http.OPERATOR,
                        body,
                        Map.of());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.body();
    }
}
