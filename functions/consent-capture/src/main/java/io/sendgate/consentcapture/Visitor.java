package io.sendgate.consentcapture;

import io.sendgate.rest.web.RawRequest;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Which site a form's post comes from, as its browser says.
sealed interface Visitor {

    /// The suite's own page, or no browser at all.
    record Own() implements Visitor {}

    /// A page of a site that the form allows.
    record Allowed(String origin) implements Visitor {}

    /// A page of any other site, or one that hides which.
    record Foreign() implements Visitor {}

    /// Who posts.
    ///
    /// The host that the browser asked for counts as our own too: a page cannot make a browser lie
    /// about it.
    ///
    /// @param base the suite's public URL
    /// @param allowed the form's allowed origins, as browsers write them
    static Visitor of(RawRequest request, String base, List<String> allowed) {
        List<String> origins = request.all("origin");
        if (origins.isEmpty()) {
            return new Own();
        }
        String origin = origins.getFirst();
        if (origins.size() > 1) {
            return new Foreign();
        }
        boolean own = WebOrigin.of(base).filter(origin::equals).isPresent();
        if (own || isHost(origin, request.header("host"))) {
            return new Own();
        }
        return allowed.contains(origin) ? new Allowed(origin) : new Foreign();
    }

    private static boolean isHost(String origin, Optional<String> host) {
        return WebOrigin.of(origin)
                .filter(origin::equals)
                .map(found -> URI.create(found).getRawAuthority())
                .filter(
                        found ->
                                host.map(asked -> asked.toLowerCase(Locale.ROOT))
                                        .filter(found::equals)
                                        .isPresent())
                .isPresent();
    }

    /// The headers that let an allowed site's page read the answer; credentials never.
    default Map<String, String> headers() {
        return switch (this) {
            case Own own -> Map.of("Vary", "Origin");
            case Foreign foreign -> Map.of("Vary", "Origin");
            case Allowed site ->
                    Map.of(
                            "Vary", "Origin",
                            "Access-Control-Allow-Origin", site.origin(),
                            "Access-Control-Expose-Headers",
                                    "Retry-After, RateLimit, RateLimit-Policy");
        };
    }
}
