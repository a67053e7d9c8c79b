package io.sendgate.aws;

import io.sendgate.wire.keys.Masters;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClientBuilder;

import java.net.URI;
import java.util.Optional;

/// The master keys as Secrets Manager keeps them: read once a start, by a client that is closed
/// again.
final class SecretMasters {

    private final Optional<URI> endpoint;

    /// A reader.
    ///
    /// @param endpoint another endpoint than AWS's own; empty for AWS's
    SecretMasters(Optional<URI> endpoint) {
        this.endpoint = endpoint;
    }

    /// The keys that a secret holds, as [Masters#parse] reads them.
    ///
    /// @param secret its name or ARN
    /// @throws IllegalStateException where it cannot be read or holds no keys; never quotes it
    Masters read(String secret) {
        try (SecretsManagerClient client = client()) {
            return Masters.parse(client.getSecretValue(r -> r.secretId(secret)).secretString());
        } catch (SdkException | IllegalArgumentException unreadable) {
            throw new IllegalStateException(
                    "the secret that sendgate.masters.secret names holds no keys, or cannot"
                            + " be read",
                    unreadable);
        }
    }

    private SecretsManagerClient client() {
        SecretsManagerClientBuilder client =
                SecretsManagerClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder());
        endpoint.ifPresent(client::endpointOverride);
        return client.build();
    }
}
