package io.sendgate.inboundwebhook.provider;

import java.util.Optional;

/// What a provider is answered.
///
/// @param body the media type and the text; empty for an empty answer
public record HttpAnswer(int status, Optional<Body> body) {

    /// Everything is done and there is nothing to say.
    public static final HttpAnswer EMPTY = new HttpAnswer(200, Optional.empty());

    /// A text and its media type.
    public record Body(String mediaType, String text) {}

    /// 200 with XML.
    public static HttpAnswer xml(String text) {
        return new HttpAnswer(200, Optional.of(new Body("application/xml;charset=UTF-8", text)));
    }

    /// 200 with JSON.
    public static HttpAnswer json(String text) {
        return new HttpAnswer(200, Optional.of(new Body("application/json", text)));
    }

    /// 200 with plain text.
    public static HttpAnswer text(String text) {
        return new HttpAnswer(200, Optional.of(new Body("text/plain;charset=UTF-8", text)));
    }
}
