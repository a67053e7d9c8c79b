package io.sendgate.rest.web;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;

import io.quarkus.vertx.http.runtime.QuarkusHttpHeaders;
import io.vertx.core.MultiMap;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Requests as Lambda hands them over, before anything has split their headers at commas.
final class LambdaEvents {

    private static final String EVENT =
            "com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent";

    private LambdaEvents() {}

    /// The event behind a request's headers; empty outside Lambda.
    ///
    /// It is found by name: outside Lambda its class may not be there at all.
    static Optional<Object> behind(MultiMap headers) {
        if (!(headers instanceof QuarkusHttpHeaders carrier)) {
            return Optional.empty();
        }
        return carrier.getContextObjects().entrySet().stream()
                .filter(object -> object.getKey().getName().equals(EVENT))
                .map(Map.Entry<Class<?>, Object>::getValue)
                .findFirst();
    }

    /// The request that an event stands for.
    static RawRequest request(Object event, String sourceIp, Instant receivedAt) {
        return Reader.request((APIGatewayV2HTTPEvent) event, sourceIp, receivedAt);
    }

    /// The values of a header, whatever its case, before anything has split them.
    static List<String> values(Object event, String name) {
        return Reader.headers((APIGatewayV2HTTPEvent) event).entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .flatMap(header -> header.getValue().stream())
                .toList();
    }

    /// The address that the front door saw.
    static String sourceIp(Object event) {
        return Reader.sourceIp((APIGatewayV2HTTPEvent) event);
    }

    /// Touches the event's class, so it is loaded only where there is an event.
    private static final class Reader {

        private Reader() {}

        static String sourceIp(APIGatewayV2HTTPEvent event) {
            return Optional.ofNullable(event.getRequestContext().getHttp().getSourceIp())
                    .orElse("");
        }

        static RawRequest request(
                APIGatewayV2HTTPEvent event, String sourceIp, Instant receivedAt) {
            return new RawRequest(
                    event.getRequestContext().getHttp().getMethod(),
                    event.getRawPath(),
                    Optional.ofNullable(event.getRawQueryString()).filter(text -> !text.isEmpty()),
                    headers(event),
                    body(event),
                    sourceIp,
                    receivedAt);
        }

        private static Map<String, List<String>> headers(APIGatewayV2HTTPEvent event) {
            Map<String, List<String>> headers = new HashMap<>();
            if (event.getHeaders() != null) {
                event.getHeaders().forEach((name, value) -> headers.put(name, List.of(value)));
            }
            if (event.getCookies() != null) {
                headers.put("cookie", List.of(String.join("; ", event.getCookies())));
            }
            return headers;
        }

        private static byte[] body(APIGatewayV2HTTPEvent event) {
            String body = event.getBody();
            if (body == null) {
                return new byte[0];
            }
            return event.getIsBase64Encoded()
                    ? Base64.getDecoder().decode(body)
                    : body.getBytes(StandardCharsets.UTF_8);
        }
    }
}
