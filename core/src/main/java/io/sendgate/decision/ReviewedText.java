package io.sendgate.decision;

import io.sendgate.message.Media;
import io.sendgate.message.SendRequest;

import java.util.List;
import java.util.Optional;

/// What a reviewer has looked at, as a hash: the text and whatever goes with it.
public final class ReviewedText {

    private ReviewedText() {}

    /// The hash of a message's content; empty for one that has none of its own, or whose pictures
    /// nobody could tell apart.
    public static Optional<String> hash(SendRequest request, Facts.Fingerprint fingerprint) {
        List<String> pictures =
                request.media().stream().map(Media::sha256).flatMap(Optional::stream).toList();
        if (pictures.size() < request.media().size()) {
            return Optional.empty();
        }
        String content =
                String.join("+", pictures) + fingerprint.body().map(body -> "/" + body).orElse("");
        return content.isEmpty() ? Optional.empty() : Optional.of(content);
    }
}
