package io.sendgate.consentcapture;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Web addresses as forms need them: origins in the one form that browsers send, redirects.
final class WebOrigin {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private WebOrigin() {}

    /// The origin of an absolute http or https address, as a browser writes it in `Origin`: lower
    /// case, without the scheme's own port; empty for anything else.
    static Optional<String> of(String address) {
        return web(address)
                .map(
                        uri -> {
                            String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
                            String host = uri.getHost().toLowerCase(Locale.ROOT);
                            boolean usual = uri.getPort() < 0 || uri.getPort() == usualPort(scheme);
                            return scheme + "://" + host + (usual ? "" : ":" + uri.getPort());
                        });
    }

    /// Whether a browser may be sent there: absolute, https or http on loopback, nobody's password
    /// in it.
    static boolean isRedirect(String address) {
        return web(address)
                .filter(uri -> uri.getRawUserInfo() == null)
                .filter(
                        uri ->
                                "https".equalsIgnoreCase(uri.getScheme())
                                        || LOOPBACK.contains(
                                                uri.getHost().toLowerCase(Locale.ROOT)))
                .isPresent();
    }

    private static Optional<URI> web(String address) {
        try {
            URI uri = new URI(address);
            String scheme = uri.getScheme();
            boolean web = "https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme);
            return web && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static int usualPort(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }
}
