package io.sendgate.local.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A caller of the suite.
///
/// @param base where it answers, without a trailing slash
public record Http(String base) {

    /// The local suite's operator key.
    public static final String OPERATOR = "sgk_local_operator";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();

    /// An answer.
    public record Answer(
            int status, JsonNode body, String text, Map<String, List<String>> headers) {

        /// The text at a JSON pointer; empty where there is none.
        public String at(String pointer) {
            return body.at(pointer).asText("");
        }

        /// The first value of a header, by its name in lower case; empty where there is none.
        public String header(String name) {
            return headers.getOrDefault(name, List.of("")).getFirst();
        }

        /// The items of a page.
        public List<JsonNode> items() {
            return body.path("items").valueStream().toList();
        }

        /// The reasons' codes.
        public List<String> codes() {
            return body.path("reasons").findValuesAsText("code");
        }
    }

    /// Whether it answers at all.
    public boolean isUp() {
        try {
            return send("GET", "/health", "", "", Map.of()).status() == 200;
        } catch (UncheckedIOException refused) {
            return false;
        }
    }

    /// Asks without a body.
    public Answer get(String key, String path) {
        return send("GET", path, key, "", Map.of());
    }

    /// Asks with a JSON body; `'` stands for `"`.
    public Answer post(String key, String path, String json) {
        return send("POST", path, key, json.replace('\'', '"'), Map.of());
    }

    /// As [#post], with an idempotency key.
    public Answer post(String key, String path, String json, String idempotencyKey) {
        return send(
                "POST",
                path,
                key,
                json.replace('\'', '"'),
                Map.of("Idempotency-Key", idempotencyKey));
    }

    /// As [#post], to replace something.
    public Answer put(String key, String path, String json) {
        return send("PUT", path, key, json.replace('\'', '"'), Map.of());
    }

    /// Asks to delete something.
    public Answer delete(String key, String path) {
        return send("DELETE", path, key, "", Map.of());
    }

    /// Any request; the content type is JSON unless a header says otherwise.
    public Answer send(
            String method, String path, String key, String body, Map<String, String> headers) {
        return bytes(method, path, key, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    /// As [#send(String, String, String, String, Map)], with a body that need not be a text.
    public Answer bytes(
            String method, String path, String key, byte[] body, Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(Map.of("Content-Type", "application/json"));
        if (!key.isEmpty()) {
            all.put("Authorization", "Bearer " + key);
        }
        all.putAll(headers);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path))
                        .timeout(Duration.ofSeconds(60))
                        .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        all.forEach(request::header);
        return send(request.build());
    }

    private static Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response =
                    CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            String text = response.body();
            return new Answer(response.statusCode(), tree(text), text, response.headers().map());
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static JsonNode tree(String text) {
        try {
            return text.startsWith("{") ? JSON.readTree(text) : JSON.createObjectNode();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(text, e);
        }
    }

    /// Sets the suite's clock and stops it.
    public void clock(Instant now) {
        put(OPERATOR, "/local/clock", "{'now':'" + now + "'}");
    }

    /// Moves the suite's clock and leaves it stopped.
    public void advance(Duration by) {
        put(OPERATOR, "/local/clock", "{'advance':'" + by + "'}");
    }

    /// A number as a path takes it.
    public static String path(String number) {
        return URLEncoder.encode(number, StandardCharsets.UTF_8);
    }
}
