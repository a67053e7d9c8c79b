package io.sendgate.smoke;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/// A suite at its base URL.
///
/// @param base the URL without a trailing slash
record Suite(HttpClient client, String base) {

    private static final Duration PATIENCE = Duration.ofSeconds(35);

    /// A suite at that URL.
    static Suite at(String base) {
        HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
        return new Suite(client, base.endsWith("/") ? base.substring(0, base.length() - 1) : base);
    }

    /// An answer: its status and its body.
    record Answer(int status, String body) {

        /// The text of a member of the body, wherever it is; empty where there is none.
        String text(String member) {
            String start = "\"" + member + "\":\"";
            int from = body.indexOf(start);
            return from < 0
                    ? ""
                    : body.substring(
                            from + start.length(), body.indexOf('"', from + start.length()));
        }
    }

    /// What the suite answers.
    ///
    /// @param key the caller's key; empty for a caller without one
    /// @param body the JSON to send, with apostrophes for quotes; empty for none
    Answer ask(String method, String path, String key, String body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path))
                        .timeout(PATIENCE)
                        .method(
                                method,
                                body.isEmpty()
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(
                                                body.replace('\'', '"')));
        if (!key.isEmpty()) {
            request.header("Authorization", "Bearer " + key);
        }
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        try {
            HttpResponse<String> answer =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body());
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
