package io.sendgate.inboundwebhook.provider;

import io.sendgate.aws.WebhookSettings;
import io.sendgate.rest.web.RawRequest;

import java.util.List;

/// How one provider's requests are believed, read and answered.
///
/// An adapter is without state and does nothing: it says what a request means.
public interface Provider {

    /// The provider's name, as paths have it.
    String name();

    /// Whether a request is the provider's, by its raw bytes and every live secret.
    ///
    /// Freshness is judged at the request's `receivedAt`.
    Verdict verify(RawRequest request, WebhookSettings settings);

    /// What a genuine request says, in its own order.
    ///
    /// A part that cannot be used is [Heard.Ignored] and spoils no other.
    ///
    /// @throws MalformedPayload where the request as a whole is not what the provider sends
    List<Heard> parse(RawRequest request, Numbering numbers);

    /// The answer to a genuine request once everything in it has been acted on.
    ///
    /// @param results what became of each part, in the same order
    default HttpAnswer answer(RawRequest request, List<Result> results) {
        return HttpAnswer.EMPTY;
    }
}
