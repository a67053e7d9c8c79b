package io.sendgate.local;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.sendgate.gate.FactsUnavailable;
import io.sendgate.inboundwebhook.provider.Sns;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/// SNS as the local suite has it: it signs with a key of its own, and only that is believed.
public final class LocalSns implements Sns {

    private static final URI CERTIFICATE =
            URI.create("https://sns.local-suite.amazonaws.com/local-suite.pem");
    private static final List<String> SIGNED =
            List.of("Message", "MessageId", "Timestamp", "TopicArn", "Type");

    private final KeyPair keys;

    /// SNS with a new key.
    public LocalSns() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this platform lacks RSA", e);
        }
    }

    @Override
    public PublicKey key(URI certificate) {
        if (!certificate.equals(CERTIFICATE)) {
            throw new FactsUnavailable("the local suite asks nobody for certificates");
        }
        return keys.getPublic();
    }

    @Override
    public void confirm(URI subscription) {
        throw new FactsUnavailable("the local suite has nothing to subscribe to");
    }

    /// What a topic would post about a message.
    ///
    /// @param message as the publisher wrote it
    String envelope(String topic, String message, Instant at) {
        ObjectNode envelope = JsonNodeFactory.instance.objectNode();
        envelope.put("Type", "Notification").put("MessageId", UUID.randomUUID().toString());
        envelope.put("TopicArn", topic).put("Message", message).put("Timestamp", at.toString());
        StringBuilder signed = new StringBuilder();
        SIGNED.forEach(name -> signed.append(name + "\n" + envelope.path(name).asText() + "\n"));
        envelope.put("SignatureVersion", "2").put("Signature", sign(signed.toString()));
        return envelope.put("SigningCertURL", CERTIFICATE.toString()).toString();
    }

    private String sign(String text) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this platform lacks RSA", e);
        }
    }
}
