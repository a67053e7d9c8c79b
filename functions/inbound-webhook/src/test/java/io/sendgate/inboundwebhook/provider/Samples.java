package io.sendgate.inboundwebhook.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.sendgate.aws.WebhookSettings;
import io.sendgate.rest.web.RawRequest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The requests under `events/inbound`, and what they are signed with.
public final class Samples {

    /// When they were sent.
    public static final Instant SENT = Instant.parse("2026-11-21T18:00:00Z");

    private static final Path FOLDER = Path.of("..", "..", "events", "inbound");

    private static final URI CERTIFICATE =
            URI.create(
                    "https://sns.us-east-1.amazonaws.com/"
                            + "SimpleNotificationService-of-the-samples.pem");
    private static final PublicKey OTHER_KEY = otherKey();

    private static final String OTHER_BIRD_KEY =
            "whsec_YmlyZC13ZWJob29rLXNlY3JldC1vZi10aGUtc2FtcGxlcw==";

    private static final Map<String, String> SECRETS =
            Map.ofEntries(
                    Map.entry("meta", "meta-app-secret-of-the-samples"),
                    Map.entry("plivo", "plivo-auth-token-of-the-samples"),
                    Map.entry("telnyx", "PUAXw+hDiVqStwqnTRt+vJyYLM8uxJaMwM1V8Sr0Zgw="),
                    Map.entry("twilio", "twilio-auth-token-of-the-samples"),
                    Map.entry("vonage", "vonage-signature-secret-of-the-samples-0123456789"),
                    Map.entry("sinch", "sinch-webhook-secret-of-the-samples"),
                    Map.entry("bandwidth", "sendgate:bandwidth-password-of-the-samples"),
                    Map.entry("infobip", "sendgate:infobip-password-of-the-samples"),
                    Map.entry("aws", "arn:aws:sns:us-east-1:123456789012:sendgate-two-way"),
                    Map.entry("bird", "bird-signing-key-of-the-samples"),
                    Map.entry("generic", "generic-shared-secret-of-the-samples"));

    private Samples() {}

    /// The names of a provider's samples, sorted.
    public static List<String> of(String provider) {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(provider + "-") && name.endsWith(".json"))
                    .map(name -> name.substring(0, name.length() - ".json".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The providers that have samples.
    public static List<String> providers() {
        return SECRETS.keySet().stream().sorted().toList();
    }

    /// The settings under which a provider's samples are genuine.
    public static WebhookSettings settings(String provider) {
        return new WebhookSettings(
                "https://hooks.sendgate.example",
                List.of(Optional.ofNullable(SECRETS.get(provider)).orElseThrow(), OTHER_BIRD_KEY),
                Optional.of("verify-token-of-the-samples"));
    }

    /// SNS with the certificate of the samples; any other address holds another key.
    public static Sns sns() {
        return new Sns() {
            @Override
            public PublicKey key(URI certificate) {
                return certificate.equals(CERTIFICATE) ? ofTheSamples() : OTHER_KEY;
            }

            @Override
            public void confirm(URI subscription) {}
        };
    }

    private static PublicKey ofTheSamples() {
        try (InputStream pem = Files.newInputStream(FOLDER.resolve("aws-certificate.pem"))) {
            return CertificateFactory.getInstance("X.509").generateCertificate(pem).getPublicKey();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (CertificateException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PublicKey otherKey() {
        try {
            return KeyPairGenerator.getInstance("RSA").generateKeyPair().getPublic();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A sample as the request that a function takes it for.
    public static Requests request(String name) {
        JsonNode event = event(name);
        Map<String, List<String>> headers = new HashMap<>();
        event.path("headers")
                .properties()
                .forEach(one -> headers.put(one.getKey(), List.of(one.getValue().asText())));
        return new Requests(
                new RawRequest(
                        event.at("/requestContext/http/method").asText(),
                        event.path("rawPath").asText(),
                        Optional.of(event.path("rawQueryString").asText())
                                .filter(text -> !text.isEmpty()),
                        headers,
                        body(event),
                        event.at("/requestContext/http/sourceIp").asText(),
                        SENT));
    }

    private static JsonNode event(String name) {
        try {
            return new JsonMapper().readTree(FOLDER.resolve(name + ".json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] body(JsonNode event) {
        String body = event.path("body").asText();
        return event.path("isBase64Encoded").asBoolean()
                ? Base64.getDecoder().decode(body)
                : body.getBytes(StandardCharsets.UTF_8);
    }
}
