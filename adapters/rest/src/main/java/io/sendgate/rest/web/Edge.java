package io.sendgate.rest.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.sendgate.rest.problem.Problem;
import io.sendgate.rest.problem.ProblemType;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// What happens around every resource: headers on every answer, and problems for what never reaches
/// a resource.
@Singleton
public class Edge {

    private static final int FIRST = 10_000;
    private static final int TOO_LARGE = 413;
    private static final char DELETE = '\u007f';
    private static final List<Integer> RAISED =
            List.of(400, 404, 405, 406, 408, 413, 414, 415, 431, 500, 503);

    private static final Map<String, String> SECURITY =
            Map.of(
                    "X-Content-Type-Options", "nosniff",
                    "Cache-Control", "no-store",
                    "Referrer-Policy", "no-referrer",
                    "X-Frame-Options", "DENY",
                    "Strict-Transport-Security", "max-age=31536000",
                    "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");

    void frame(@Observes Filters filters) {
        filters.register(Edge::meet, FIRST);
    }

    void catchAll(@Observes Router router) {
        router.route().order(-FIRST - 1).failureHandler(Edge::fail);
        RAISED.forEach(status -> router.errorHandler(status, Edge::fail));
    }

    private static void meet(RoutingContext routing) {
        routing.addHeadersEndHandler(ended -> finish(routing));
        if (declaredLength(routing) > BodyLimit.LARGEST) {
            answer(routing, Problem.of(ProblemType.CONTENT_TOO_LARGE));
        } else if (!isReadable(routing.request().uri())) {
            answer(
                    routing,
                    Problem.of(ProblemType.BAD_REQUEST).because("The address is malformed"));
        } else {
            routing.next();
        }
    }

    /// Every `%` begins two hexadecimal digits that are not U+0000, and nothing is a control.
    ///
    /// Quarkus looks first, more strictly and with an empty answer, unless it runs with
    /// `-Dvertx.disableURIValidation=true`.
    private static boolean isReadable(String uri) {
        for (int i = 0; i < uri.length(); i++) {
            char c = uri.charAt(i);
            if (c <= ' ' || c == DELETE || (c == '%' && !isEncoded(uri, i + 1))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isEncoded(String uri, int at) {
        return at + 2 <= uri.length()
                && HexFormat.isHexDigit(uri.charAt(at))
                && HexFormat.isHexDigit(uri.charAt(at + 1))
                && HexFormat.fromHexDigits(uri, at, at + 2) != 0;
    }

    /// A resource that knows better has set its own headers. The rest of a body that is too large
    /// is
    /// not waited for.
    private static void finish(RoutingContext routing) {
        HttpServerResponse response = routing.response();
        if (response.getStatusCode() == TOO_LARGE
                && routing.request().version() != HttpVersion.HTTP_2) {
            response.putHeader("Connection", "close");
        }
        SECURITY.forEach(
                (name, value) -> {
                    if (!response.headers().contains(name)) {
                        response.putHeader(name, value);
                    }
                });
    }

    private static long declaredLength(RoutingContext routing) {
        String length = routing.request().getHeader("Content-Length");
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static void fail(RoutingContext routing) {
        int status = routing.statusCode() < 400 ? 500 : routing.statusCode();
        answer(routing, Problem.of(ProblemType.ofStatus(status)));
    }

    private static void answer(RoutingContext routing, Problem problem) {
        HttpServerResponse response = routing.response();
        if (response.ended() || response.headWritten()) {
            return;
        }
        response.setStatusCode(problem.status())
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .end(Buffer.buffer(problem.toBytes()));
    }
}
