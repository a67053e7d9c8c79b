package io.sendgate.rest.dto;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// The body of `PUT /accounts/{id}/webhooks/{provider}`.
///
/// @param secrets the current one, then the one before
public record WebhookSettingsDto(
        String publicUrl, List<String> secrets, @Nullable String verifyToken) {

    /// Secrets never show.
    @Override
    public String toString() {
        return "WebhookSettingsDto[" + secrets.size() + " secrets]";
    }
}
