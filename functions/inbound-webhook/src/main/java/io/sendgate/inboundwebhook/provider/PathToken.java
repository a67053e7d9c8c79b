package io.sendgate.inboundwebhook.provider;

import io.sendgate.account.AccountId;
import io.sendgate.aws.WebhookSettings;
import io.sendgate.rest.web.RawRequest;

import java.util.List;
import java.util.Optional;

/// What nobody can guess at the end of a webhook's path, for providers whose signatures leave
/// something open.
///
/// It is whatever follows `/webhooks/{provider}/{account}/` in the configured URL; where nothing
/// does, none is asked for.
public final class PathToken {

    private PathToken() {}

    /// Whether a request came to the path that the settings name.
    public static boolean admits(
            WebhookSettings settings, String provider, AccountId account, RawRequest request) {
        String before = "/webhooks/" + provider + "/" + account.value() + "/";
        Optional<byte[]> shown = after(before, request.path());
        return after(before, settings.publicUrl())
                .map(wanted -> Signatures.anyMatch(List.of(wanted), shown.stream().toList()))
                .orElse(shown.isEmpty());
    }

    private static Optional<byte[]> after(String before, String text) {
        int at = text.indexOf(before);
        String rest = at < 0 ? "" : text.substring(at + before.length());
        return Optional.of(rest.strip()).filter(token -> !token.isEmpty()).map(Signatures::utf8);
    }
}
