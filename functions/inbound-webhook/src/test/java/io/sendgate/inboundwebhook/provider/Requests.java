package io.sendgate.inboundwebhook.provider;

import io.sendgate.aws.WebhookSettings;
import io.sendgate.rest.web.RawRequest;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Requests as tests write them; every `with` makes another one.
public record Requests(RawRequest raw) {

    /// A POST without anything.
    public static Requests post(String path) {
        return of("POST", path);
    }

    /// A GET without anything.
    public static Requests get(String path) {
        return of("GET", path);
    }

    private static Requests of(String method, String path) {
        return new Requests(
                new RawRequest(
                        method,
                        path,
                        Optional.empty(),
                        Map.of(),
                        new byte[0],
                        "203.0.113.10",
                        Instant.EPOCH));
    }

    /// With a query, without its question mark.
    public Requests query(String query) {
        return copy(raw.path(), Optional.of(query), raw.headers(), raw.body(), raw.receivedAt());
    }

    /// With another path.
    public Requests path(String path) {
        return copy(path, raw.query(), raw.headers(), raw.body(), raw.receivedAt());
    }

    /// With a header in place of the one of that name.
    public Requests header(String name, String value) {
        Map<String, List<String>> headers = new HashMap<>(raw.headers());
        headers.put(name, List.of(value));
        return copy(raw.path(), raw.query(), headers, raw.body(), raw.receivedAt());
    }

    /// Without a header.
    public Requests without(String name) {
        Map<String, List<String>> headers = new HashMap<>(raw.headers());
        headers.remove(name);
        return copy(raw.path(), raw.query(), headers, raw.body(), raw.receivedAt());
    }

    /// With a body.
    public Requests body(String text) {
        return body(text.getBytes(StandardCharsets.UTF_8));
    }

    /// With a body.
    public Requests body(byte[] bytes) {
        return copy(raw.path(), raw.query(), raw.headers(), bytes, raw.receivedAt());
    }

    /// Received at an instant.
    public Requests at(Instant instant) {
        return copy(raw.path(), raw.query(), raw.headers(), raw.body(), instant);
    }

    /// Received at an instant of unix time.
    public Requests at(long unixSeconds) {
        return at(Instant.ofEpochSecond(unixSeconds));
    }

    private Requests copy(
            String path,
            Optional<String> query,
            Map<String, List<String>> headers,
            byte[] body,
            Instant receivedAt) {
        return new Requests(
                new RawRequest(
                        raw.method(), path, query, headers, body, raw.sourceIp(), receivedAt));
    }

    /// Settings with these secrets.
    public static WebhookSettings settings(String publicUrl, String... secrets) {
        return new WebhookSettings(publicUrl, List.of(secrets), Optional.empty());
    }

    /// A text with the last bit of its character at `index` flipped.
    public static String flipped(String text, int index) {
        char[] characters = text.toCharArray();
        characters[index] ^= 1;
        return new String(characters);
    }

    /// Bytes with the last bit of the one at `index` flipped.
    public static byte[] flipped(byte[] bytes, int index) {
        byte[] copy = bytes.clone();
        copy[index] ^= 1;
        return copy;
    }
}
