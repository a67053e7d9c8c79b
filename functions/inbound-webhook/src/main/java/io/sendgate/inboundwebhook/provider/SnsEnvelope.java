package io.sendgate.inboundwebhook.provider;

import java.net.URI;
import java.net.URISyntaxException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One message of SNS as it posts it, with the signature over what is in it.
///
/// @param members the envelope; a Lambda event's spelling of its addresses is taken, too
record SnsEnvelope(Members members) {

    private static final String CONFIRMATION = "SubscriptionConfirmation";
    private static final List<String> NOTIFIED =
            List.of("Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type");
    private static final List<String> CONFIRMED =
            List.of(
                    "Message",
                    "MessageId",
                    "SubscribeURL",
                    "Timestamp",
                    "Token",
                    "TopicArn",
                    "Type");

    private static final String HOST = "sns.";
    private static final List<String> DOMAINS = List.of(".amazonaws.com", ".amazonaws.com.cn");
    private static final int SHORTEST_REGION = 3;

    /// The topic that it comes from; empty where it says none.
    String topic() {
        return members.text("TopicArn").orElse("");
    }

    /// When it was published.
    Optional<Instant> at() {
        return members.time("Timestamp");
    }

    /// Whether it asks to confirm a subscription.
    boolean isConfirmation() {
        return members.text("Type").filter(CONFIRMATION::equals).isPresent();
    }

    /// The address that confirms; empty where it is not one of SNS's.
    Optional<URI> subscription() {
        return members.text("SubscribeURL").flatMap(SnsEnvelope::ofSns);
    }

    /// What was published.
    ///
    /// @throws MalformedPayload where that is no JSON object
    Members message() {
        return Members.object(Signatures.utf8(members.required("Message")));
    }

    /// Whether SNS has signed it.
    ///
    /// @throws io.sendgate.gate.FactsUnavailable where its certificate cannot be fetched
    boolean isSigned(Sns sns) {
        Optional<String> algorithm =
                switch (members.text("SignatureVersion").orElse("")) {
                    case "1" -> Optional.of("SHA1withRSA");
                    case "2" -> Optional.of("SHA256withRSA");
                    default -> Optional.empty();
                };
        Optional<URI> certificate =
                members.text("SigningCertURL")
                        .or(() -> members.text("SigningCertUrl"))
                        .flatMap(SnsEnvelope::ofSns)
                        .filter(url -> url.getPath().endsWith(".pem"));
        Optional<byte[]> shown = members.text("Signature").flatMap(Signatures::fromBase64);
        return algorithm.isPresent()
                && certificate.isPresent()
                && shown.isPresent()
                && verifies(sns.key(certificate.get()), algorithm.get(), shown.get());
    }

    private boolean verifies(PublicKey key, String algorithm, byte[] shown) {
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initVerify(key);
            signature.update(Signatures.utf8(signed()));
            return signature.verify(shown);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /// The text that is signed: each member that is there, its name and its value, a line each.
    private String signed() {
        StringBuilder text = new StringBuilder();
        for (String name : isConfirmation() ? CONFIRMED : NOTIFIED) {
            if (members.has(name)) {
                text.append(name).append('\n').append(members.at(name).node().asText());
                text.append('\n');
            }
        }
        return text.toString();
    }

    /// An address of SNS's own: `https`, `sns.<region>.amazonaws.com`, no port and no user.
    private static Optional<URI> ofSns(String text) {
        try {
            URI url = new URI(text);
            boolean plain = url.getPort() < 0 && url.getUserInfo() == null;
            return "https".equals(url.getScheme()) && plain && isHost(url.getHost())
                    ? Optional.of(url)
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean isHost(@org.jspecify.annotations.Nullable String host) {
        String name = host == null ? "" : host.toLowerCase(Locale.ROOT);
        return name.startsWith(HOST)
                && DOMAINS.stream()
                        .filter(name::endsWith)
                        .filter(domain -> name.length() > HOST.length() + domain.length())
                        .map(
                                domain ->
                                        name.substring(
                                                HOST.length(), name.length() - domain.length()))
                        .anyMatch(SnsEnvelope::isRegion);
    }

    private static boolean isRegion(String text) {
        return text.length() >= SHORTEST_REGION
                && text.chars()
                        .allMatch(
                                c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-');
    }
}
