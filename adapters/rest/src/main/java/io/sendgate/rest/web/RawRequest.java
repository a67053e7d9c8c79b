package io.sendgate.rest.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A request exactly as it came over the wire: what a signature covers.
///
/// It is the same in Lambda and in the local suite. In Lambda a header that was sent several times
/// is
/// one value with commas, as the front door hands it over.
///
/// @param method upper case
/// @param path raw, not decoded
/// @param query raw, without the question mark; empty where there is none
/// @param headers every value by lower-case name
/// @param body the bytes; not to be changed
/// @param sourceIp where it came from, as far as we believe it
/// @param receivedAt business time
@SuppressWarnings("ArrayRecordComponent")
public record RawRequest(
        String method,
        String path,
        Optional<String> query,
        Map<String, List<String>> headers,
        byte[] body,
        String sourceIp,
        Instant receivedAt) {

    /// Lowers the headers' names and copies the map.
    public RawRequest {
        headers =
                headers.entrySet().stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        header -> header.getKey().toLowerCase(Locale.ROOT),
                                        header -> List.copyOf(header.getValue()),
                                        RawRequest::joined));
    }

    private static List<String> joined(List<String> one, List<String> other) {
        return java.util.stream.Stream.concat(one.stream(), other.stream()).toList();
    }

    /// The first value of a header, whatever its case.
    public Optional<String> header(String name) {
        return all(name).stream().findFirst();
    }

    /// Every value of a header, whatever its case.
    public List<String> all(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    /// Path and query as they were sent.
    public String target() {
        return query.map(text -> path + "?" + text).orElse(path);
    }

    @Override
    public String toString() {
        return "RawRequest[" + method + " " + body.length + " bytes]";
    }
}
