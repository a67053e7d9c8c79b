package io.sendgate.rest.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;

import io.quarkus.vertx.http.runtime.QuarkusHttpHeaders;
import io.vertx.core.MultiMap;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What Lambda hands over is what was sent.
class LambdaEventsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T18:00:00Z");

    private static APIGatewayV2HTTPEvent event(String body, boolean base64) {
        return APIGatewayV2HTTPEvent.builder()
                .withRawPath("/webhooks/twilio/acct_ada")
                .withRawQueryString("a=b%20c&d=%2B")
                .withHeaders(
                        Map.of(
                                "X-Twilio-Signature", "a,b=",
                                "content-type", "application/x-www-form-urlencoded"))
                .withCookies(List.of("one=1", "two=2"))
                .withBody(body)
                .withIsBase64Encoded(base64)
                .withRequestContext(
                        APIGatewayV2HTTPEvent.RequestContext.builder()
                                .withHttp(
                                        APIGatewayV2HTTPEvent.RequestContext.Http.builder()
                                                .withMethod("POST")
                                                .withSourceIp("203.0.113.9")
                                                .build())
                                .build())
                .build();
    }

    @Test
    void headersAreNotSplitAtCommasAndTheQueryStaysRaw() {
        RawRequest request = LambdaEvents.request(event("x=1", false), "203.0.113.9", NOW);

        assertThat(request.all("x-twilio-signature")).containsExactly("a,b=");
        assertThat(LambdaEvents.values(event("", false), "X-TWILIO-SIGNATURE"))
                .containsExactly("a,b=");
        assertThat(request.header("COOKIE")).contains("one=1; two=2");
        assertThat(request.target()).isEqualTo("/webhooks/twilio/acct_ada?a=b%20c&d=%2B");
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.receivedAt()).isEqualTo(NOW);
    }

    @Test
    void aBodyIsDecodedOnlyWhereItIsEncoded() {
        byte[] bytes = {0, (byte) 0xff, 'a'};
        String encoded = Base64.getEncoder().encodeToString(bytes);

        assertThat(LambdaEvents.request(event(encoded, true), "", NOW).body()).isEqualTo(bytes);
        assertThat(LambdaEvents.request(event(encoded, false), "", NOW).body())
                .isEqualTo(encoded.getBytes(StandardCharsets.UTF_8));
        assertThat(LambdaEvents.request(event("é", false), "", NOW).body()).hasSize(2);
    }

    @Test
    void theEventIsFoundBehindLambdasHeadersAndNowhereElse() {
        QuarkusHttpHeaders headers = new QuarkusHttpHeaders();
        APIGatewayV2HTTPEvent event = event("", false);
        headers.setContextObject(APIGatewayV2HTTPEvent.class, event);

        assertThat(LambdaEvents.behind(headers)).contains(event);
        assertThat(LambdaEvents.sourceIp(event)).isEqualTo("203.0.113.9");
        assertThat(LambdaEvents.behind(new QuarkusHttpHeaders())).isEmpty();
        assertThat(LambdaEvents.behind(MultiMap.caseInsensitiveMultiMap())).isEmpty();
    }

    @Test
    void aRequestNeverShowsItsBody() {
        RawRequest request =
                new RawRequest(
                        "POST",
                        "/x",
                        Optional.empty(),
                        Map.of("A", List.of("1"), "a", List.of("2")),
                        new byte[] {'s'},
                        "",
                        NOW);

        assertThat(request.toString()).isEqualTo("RawRequest[POST 1 bytes]");
        assertThat(request.all("a")).containsExactlyInAnyOrder("1", "2");
    }
}
