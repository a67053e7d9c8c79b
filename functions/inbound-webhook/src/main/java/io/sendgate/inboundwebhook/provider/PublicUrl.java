package io.sendgate.inboundwebhook.provider;

import io.sendgate.rest.web.RawRequest;

import java.util.List;
import java.util.stream.Stream;

/// The URL that a provider called and signed: configured, never taken from the request's own host.
///
/// Ports are put in and taken out of the text, so that what is encoded stays as it was sent.
///
/// @param origin scheme, user information, host and port
/// @param path raw, starting with a slash
/// @param query with its question mark; empty where there is none
record PublicUrl(String origin, String path, String query) {

    private static final String SCHEME_END = "://";

    /// The URL of a request.
    ///
    /// A configured URL with a path is the whole URL; one without stands for any path under it. The
    /// query is always the request's.
    static PublicUrl of(String configured, RawRequest request) {
        String bare = before(before(configured.strip(), '#'), '?');
        int host = bare.indexOf(SCHEME_END) + SCHEME_END.length();
        int slash = bare.indexOf('/', host);
        boolean whole = slash >= 0 && slash < bare.length() - 1;
        return new PublicUrl(
                slash < 0 ? bare : bare.substring(0, slash),
                whole ? bare.substring(slash) : request.path(),
                request.query().map(raw -> "?" + raw).orElse(""));
    }

    /// The URL as it is.
    String text() {
        return origin + path + query;
    }

    /// The URL without its query.
    String withoutQuery() {
        return origin + path;
    }

    /// The URL as configured, then without a port, then with the scheme's own port.
    List<PublicUrl> withAndWithoutPort() {
        String without = withoutPort();
        String usual = origin.startsWith("https") ? ":443" : ":80";
        return Stream.of(origin, without, without + usual)
                .distinct()
                .map(one -> new PublicUrl(one, path, query))
                .toList();
    }

    private String withoutPort() {
        int host =
                Math.max(origin.indexOf(SCHEME_END) + SCHEME_END.length(), origin.indexOf('@') + 1);
        int colon = origin.lastIndexOf(':');
        boolean isPort = colon > host && origin.indexOf(']', host) < colon;
        return isPort ? origin.substring(0, colon) : origin;
    }

    private static String before(String text, char end) {
        int at = text.indexOf(end);
        return at < 0 ? text : text.substring(0, at);
    }
}
