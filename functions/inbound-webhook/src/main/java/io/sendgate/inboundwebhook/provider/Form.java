package io.sendgate.inboundwebhook.provider;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The parameters of a form or a query: decoded once, empty values and repeated names kept, nothing
/// trimmed. Names are sorted by code unit.
///
/// @param values every value by name, in the order sent
record Form(SortedMap<String, List<String>> values) {

    private static final int MOST = 1_000;

    /// Makes the map unmodifiable.
    Form {
        values = Collections.unmodifiableSortedMap(values);
    }

    /// The parameters that `text` encodes.
    ///
    /// @throws MalformedPayload where it is no form
    static Form parse(String text) {
        SortedMap<String, List<String>> values = new TreeMap<>();
        int start = 0;
        for (int pairs = 0; start < text.length(); pairs++) {
            if (pairs == MOST) {
                throw new MalformedPayload("The form has too many parameters");
            }
            int end = text.indexOf('&', start);
            add(values, text.substring(start, end < 0 ? text.length() : end));
            start = end < 0 ? text.length() : end + 1;
        }
        return new Form(values);
    }

    /// The parameters in a form post's body.
    ///
    /// @throws MalformedPayload where it is no form
    static Form parse(byte[] body) {
        return parse(new String(body, StandardCharsets.UTF_8));
    }

    /// Parameters that each occur once.
    static Form of(Map<String, String> single) {
        SortedMap<String, List<String>> values = new TreeMap<>();
        single.forEach((name, value) -> values.put(name, List.of(value)));
        return new Form(values);
    }

    private static void add(SortedMap<String, List<String>> values, String pair) {
        if (pair.isEmpty()) {
            return;
        }
        int equals = pair.indexOf('=');
        String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
        String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
        values.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new MalformedPayload("The form is not encoded as forms are");
        }
    }

    /// The first value of a name that is not empty.
    Optional<String> text(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /// The same, of a name that must be there.
    ///
    /// @throws MalformedPayload where it is missing or empty
    String required(String name) {
        return text(name).orElseThrow(() -> new MalformedPayload("The form lacks " + name));
    }
}
