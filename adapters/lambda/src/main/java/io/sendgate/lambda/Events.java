package io.sendgate.lambda;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import java.io.IOException;

/// What can be told of an event without reading all of it.
final class Events {

    /// A request for the one path that every function with a URL has.
    static final String HEALTH =
            """
            {"version":"2.0","routeKey":"$default","rawPath":"/health","rawQueryString":"",
             "headers":{"host":"localhost","accept":"application/json"},
             "requestContext":{"http":{"method":"GET","path":"/health","protocol":"HTTP/1.1",
               "sourceIp":"127.0.0.1","userAgent":"priming"},"stage":"$default"},
             "isBase64Encoded":false}
            """;

    private static final String HTTP_HANDLER =
            "io/quarkus/amazon/lambda/http/LambdaHttpHandler.class";
    private static final String OF_HTTP = "requestContext";
    private static final JsonFactory JSON = new JsonFactory();

    private Events() {}

    /// Whether an event is a request over HTTP: it alone says where the request was made.
    ///
    /// The member stands in front of the body, or behind it at the latest: nothing is kept.
    static boolean isHttp(byte[] event) throws IOException {
        try (JsonParser parser = JSON.createParser(event)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                if (parser.currentName().equals(OF_HTTP)) {
                    return true;
                }
                parser.nextToken();
                parser.skipChildren();
            }
            return false;
        }
    }

    /// Whether this function has a URL.
    static boolean servesHttp() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return loader != null && loader.getResource(HTTP_HANDLER) != null;
    }
}
