package io.sendgate.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What is no request is refused on every way in, as a problem, and changes nothing.
@ExtendWith(SharedSuite.class)
final class BadInputIT {

    private static final Instant NOON = Instant.parse("2026-11-16T18:00:00Z");
    private static final String PERSON = "+13125550801";
    private static final String PROBLEM = "application/problem+json";

    private static final List<String> NO_JSON =
            List.of(
                    "",
                    " ",
                    "{",
                    "{]",
                    "nonsense",
                    "{\"a\":1}{\"a\":1}",
                    "{\"a\":01}",
                    "{'a':1}",
                    "{\"a\":1,}",
                    "{\"a\":NaN}",
                    "{\"a\":\"\u0001\"}",
                    "{\"same\":1,\"same\":2}",
                    "[".repeat(100) + "]".repeat(100),
                    "{\"a\":".repeat(5000) + "1" + "}".repeat(5000),
                    "{\"a\":" + "9".repeat(10_000) + "}",
                    "\uFEFF{}");

    private static final List<String> NO_OBJECT = List.of("null", "true", "7", "\"text\"", "[]");

    private final Http http;
    private final Business ada;
    private final List<Route> routes;
    private final String before;

    BadInputIT(Businesses businesses) {
        this.http = businesses.http();
        http.clock(NOON);
        this.ada = businesses.open("customerflows");
        ada.written(PERSON, "'marketing'", "");
        String allow = ada.offer(PERSON).at("/id");
        String form =
                http.put(
                                ada.key(),
                                "/forms/offers",
                                "{'channel':'sms','purposes':['marketing'],"
                                        + "'disclosure':'Ada Plumbing may send you SMS texts'}")
                        .at("/id");
        this.routes = Route.all(ada, PERSON, allow, form);
        this.before = everything();
    }

    /// All that can be seen of the account and the person.
    private String everything() {
        return String.join(
                "\n",
                ada.recipient(PERSON).text(),
                http.get(ada.key(), "/recipients/" + Http.path(PERSON) + "/history").text(),
                http.get(ada.key(), "/account").text(),
                http.get(Http.OPERATOR, "/local/clock").text(),
                http.get(Http.OPERATOR, "/local/events?account=" + ada.id()).text());
    }

    @AfterEach
    void nothingHasChanged() {
        assertThat(everything()).isEqualTo(before);
    }

    private void refuses(int status, Route route, byte[] body, Map<String, String> headers) {
        Http.Answer answer = route.send(http, body, headers);
        assertThat(answer.status())
                .as("%s: %s", route, new String(body, 0, first(body), UTF_8))
                .isEqualTo(status);
        assertThat(answer.header("content-type")).as(route.toString()).startsWith(PROBLEM);
        assertThat(answer.body().path("status").asInt()).isEqualTo(status);
        assertThat(answer.at("/type")).startsWith("/problems/");
        assertThat(answer.text()).doesNotContain("java", "Exception", "at io.");
    }

    private static int first(byte[] body) {
        return Math.min(body.length, 40);
    }

    @Test
    void whatIsNoJsonIsABadRequest() {
        for (Route route : routes) {
            for (String body : NO_JSON) {
                refuses(400, route, body.getBytes(UTF_8), Map.of());
            }
        }
    }

    @Test
    void whatIsNoObjectIsABadRequestAtTheWholeBody() {
        for (Route route : routes) {
            for (String body : NO_OBJECT) {
                refuses(400, route, body.getBytes(UTF_8), Map.of());
                Http.Answer answer = route.send(http, body.getBytes(UTF_8), Map.of());
                assertThat(answer.body().at("/errors/0/pointer").asText("none")).isEmpty();
            }
        }
    }

    @Test
    void bytesThatAreNoUtf8AreABadRequest() {
        for (Route route : routes) {
            ByteArrayOutputStream broken = new ByteArrayOutputStream();
            broken.writeBytes("{\"surplus\":\"".getBytes(UTF_8));
            broken.writeBytes(new byte[] {(byte) 0xC3, (byte) 0x28});
            broken.writeBytes("\"}".getBytes(UTF_8));

            refuses(400, route, broken.toByteArray(), Map.of());
            refuses(400, route, route.json().getBytes(UTF_16LE), Map.of());
        }
    }

    @Test
    void aMemberThatNobodyKnowsIsNamed() {
        for (Route route : routes) {
            byte[] body = route.with("'surplus':1").getBytes(UTF_8);

            refuses(400, route, body, Map.of());

            Http.Answer answer = route.send(http, body, Map.of());
            assertThat(answer.at("/errors/0/pointer")).as(route.toString()).isEqualTo("/surplus");
        }
    }

    @Test
    void oneByteMoreThanTheLimitIsTooMuch() {
        for (Route route : routes) {
            String padded = " ".repeat(route.limit() + 1 - route.json().length()) + route.json();

            refuses(413, route, padded.getBytes(UTF_8), Map.of());
        }
    }

    @Test
    void anotherContentTypeIsNotUnderstood() {
        for (Route route : routes) {
            byte[] body = route.json().getBytes(UTF_8);
            refuses(415, route, body, Map.of("Content-Type", "text/plain"));
            refuses(415, route, body, Map.of("Content-Type", "application/xml"));
            refuses(415, route, body, Map.of("Content-Type", "nonsense"));
        }
    }

    @Test
    void withoutTheRightKeyThereIsNoWayIn() {
        String dead = ada.key().substring(0, ada.key().length() - 1) + "0";
        for (Route route : routes) {
            if (route.key().isEmpty()) {
                continue;
            }
            String others = route.key().equals(Http.OPERATOR) ? ada.key() : Http.OPERATOR;
            for (String key : List.of("", "x", "sgk_", dead, "sgk_local_operato", others)) {
                Http.Answer answer = route.under(http, key);
                assertThat(answer.status()).as("%s with %s", route, key).isEqualTo(401);
                assertThat(answer.header("content-type")).startsWith(PROBLEM);
                assertThat(answer.header("www-authenticate")).startsWith("Bearer");
            }
        }
    }

    @Test
    void aKeyIsLookedAtBeforeTheBody() {
        for (Route route : routes) {
            if (!route.key().isEmpty()) {
                Http.Answer answer = http.send(route.method(), route.path(), "", "{", Map.of());
                assertThat(answer.status()).as(route.toString()).isEqualTo(401);
            }
        }
    }

    @Test
    void anotherMethodIsNotAllowedAndAnotherPathNotThere() {
        for (Route route : routes) {
            Http.Answer patched = http.send("PATCH", route.path(), Http.OPERATOR, "{}", Map.of());
            assertThat(patched.status()).as(route.toString()).isEqualTo(405);
            assertThat(patched.header("allow")).contains(route.method());
            assertThat(patched.header("content-type")).startsWith(PROBLEM);
        }
        Http.Answer nowhere = http.get(ada.key(), "/nowhere");
        assertThat(nowhere.status()).isEqualTo(404);
        assertThat(nowhere.header("content-type")).startsWith(PROBLEM);
    }
}
