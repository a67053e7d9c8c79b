package io.sendgate.inboundwebhook;

import io.sendgate.aws.Backlog;
import io.sendgate.rest.web.RawRequest;
import io.sendgate.wire.json.SendgateJson;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// A provider's request that waits, with everything that its signature covers.
///
/// @param provider as the path had it
/// @param account as the path had it
/// @param receivedAt business time of its arrival: freshness and order are judged by it
record Letter(
        String provider,
        String account,
        String method,
        String path,
        Optional<String> query,
        Map<String, List<String>> headers,
        String body,
        String sourceIp,
        Instant receivedAt) {

    // The longest text that is read back.
    private static final int LONGEST_BODY = 1 << 20;

    // A letter that unpacks to more was not written here.
    private static final int MOST_BYTES = 16 << 20;

    static Letter of(String provider, String account, RawRequest request) {
        return new Letter(
                provider,
                account,
                request.method(),
                request.path(),
                request.query(),
                request.headers(),
                Base64.getEncoder().encodeToString(request.body()),
                request.sourceIp(),
                request.receivedAt());
    }

    RawRequest request() {
        return new RawRequest(
                method,
                path,
                query,
                headers,
                Base64.getDecoder().decode(body),
                sourceIp,
                receivedAt);
    }

    /// The letter as a queue takes it; empty where it is longer than a queue can take.
    Optional<String> write() {
        if (body.length() > LONGEST_BODY) {
            return Optional.empty();
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(SendgateJson.write(this).getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        String text = Base64.getEncoder().encodeToString(packed.toByteArray());
        return Optional.of(text).filter(letter -> letter.length() <= Backlog.LONGEST);
    }

    /// The letter that [#write] wrote.
    ///
    /// @throws IllegalArgumentException where it is none
    static Letter read(String text) {
        byte[] packed = Base64.getDecoder().decode(text);
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return SendgateJson.strict().readValue(in.readNBytes(MOST_BYTES), Letter.class);
        } catch (IOException damaged) {
            throw new IllegalArgumentException("no letter", damaged);
        }
    }
}
