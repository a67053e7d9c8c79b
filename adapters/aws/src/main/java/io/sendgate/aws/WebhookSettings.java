package io.sendgate.aws;

import java.util.List;
import java.util.Optional;

/// How an account's webhooks from one provider are believed.
///
/// @param publicUrl the URL that the provider's signatures cover
/// @param secrets what signs, current first, then the one before; as the provider calls it
/// @param verifyToken what the provider shows when it verifies the URL
public record WebhookSettings(
        String publicUrl, List<String> secrets, Optional<String> verifyToken) {

    /// Copies the list, so that settings never change.
    public WebhookSettings {
        secrets = List.copyOf(secrets);
    }

    /// Names no secret.
    @Override
    public String toString() {
        return "WebhookSettings[" + publicUrl + ", " + secrets.size() + " secrets]";
    }
}
