package io.sendgate.rest.schema;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Format;
import com.networknt.schema.ValidationContext;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The formats that schemas name, each with the sentence that says what it asks for.
final class Formats {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<String> ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private static final List<Said> ALL =
            List.of(
                    new Said(
                            "date-time",
                            "must be an instant in RFC 3339 with an offset, like"
                                    + " 2026-11-22T18:00:00Z",
                            text -> Rfc3339.instant(text).isPresent()),
                    new Said(
                            "date",
                            "must be a date like 2028-12-31",
                            text -> Rfc3339.date(text).isPresent()),
                    new Said(
                            "duration",
                            "must be an ISO 8601 duration like P6DT23H, without months or years",
                            text -> IsoDuration.parse(text).isPresent()),
                    new Said("email", "must be an e-mail address", Formats::isEmail),
                    new Said(
                            "country",
                            "must be a country's two letters in ISO 3166, like US",
                            COUNTRIES::contains),
                    new Said(
                            "time-zone",
                            "must be a time zone of the IANA database, like America/Chicago",
                            Formats::isZone),
                    new Said("ip", "must be an IPv4 or IPv6 address", Formats::isAddress),
                    new Said(
                            "web-url",
                            "must be an absolute http or https address",
                            text -> webUrl(text).isPresent()),
                    new Said(
                            "public-url",
                            "must be an https address, or http on loopback",
                            Formats::isPublicUrl),
                    new Said(
                            "web-origin",
                            "must be an origin like https://www.example.com, without a path",
                            Formats::isOrigin));

    private static final Map<String, String> SENTENCES =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Said::getName, Said::sentence));

    private Formats() {}

    /// Every format.
    static List<? extends Format> all() {
        return ALL;
    }

    /// What a format asks for; empty for a format that is not ours.
    static Optional<String> sentence(String format) {
        return Optional.ofNullable(SENTENCES.get(format));
    }

    private static boolean isEmail(String text) {
        int at = text.lastIndexOf('@');
        return at > 0
                && at < text.length() - 1
                && text.chars().noneMatch(c -> Character.isWhitespace(c) || c < ' ');
    }

    /// Offsets are no zones: they know no summer.
    private static boolean isZone(String text) {
        return ZONES.contains(text);
    }

    private static boolean isAddress(String text) {
        try {
            return !InetAddress.ofLiteral(text).getHostAddress().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Optional<URI> webUrl(String text) {
        try {
            URI uri = new URI(text);
            String scheme = uri.getScheme();
            boolean web = "https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme);
            return web && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean isPublicUrl(String text) {
        return webUrl(text)
                .filter(
                        uri ->
                                "https".equalsIgnoreCase(uri.getScheme())
                                        || LOOPBACK.contains(
                                                uri.getHost().toLowerCase(Locale.ROOT)))
                .filter(uri -> uri.getUserInfo() == null && uri.getFragment() == null)
                .isPresent();
    }

    private static boolean isOrigin(String text) {
        return webUrl(text)
                .filter(uri -> uri.getRawPath().isEmpty() && uri.getUserInfo() == null)
                .filter(uri -> uri.getRawQuery() == null && uri.getRawFragment() == null)
                .isPresent();
    }

    /// A format and its sentence.
    private record Said(String name, String sentence, Predicate<String> fits) implements Format {

        @Override
        public String getName() {
            return name;
        }

        @Override
        public boolean matches(ExecutionContext run, ValidationContext schema, String value) {
            return fits.test(value);
        }
    }
}
