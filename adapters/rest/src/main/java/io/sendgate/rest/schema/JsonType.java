package io.sendgate.rest.schema;

import java.util.Arrays;
import java.util.Locale;

/// The content type that bodies must have.
final class JsonType {

    private JsonType() {}

    /// Whether a `Content-Type` says `application/json`, in UTF-8 where it names a charset.
    static boolean isJson(String contentType) {
        String[] parts = contentType.toLowerCase(Locale.ROOT).split(";", -1);
        return parts[0].strip().equals("application/json")
                && Arrays.stream(parts).skip(1).map(String::strip).allMatch(JsonType::isHarmless);
    }

    private static boolean isHarmless(String parameter) {
        if (!parameter.startsWith("charset")) {
            return parameter.isEmpty() || parameter.indexOf('=') > 0;
        }
        String charset = parameter.substring(parameter.indexOf('=') + 1).strip().replace("\"", "");
        return charset.equals("utf-8") || charset.equals("utf8");
    }
}
