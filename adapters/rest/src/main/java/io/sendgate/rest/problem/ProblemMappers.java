package io.sendgate.rest.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.NavigableSet;

/// Turns whatever the framework throws into a problem; nothing else ever reaches the caller.
///
/// The suite's own exceptions have mappers of the standard kind: Quarkus would load the classes
// that
/// these methods name in the JVM that builds, which may be older than their class files.
public final class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;

    private @Nullable AllowedMethods methods;

    /// What the framework refuses: unknown paths, methods and types.
    @ServerExceptionMapper
    public Response framework(WebApplicationException thrown, UriInfo uri, Request request) {
        int status = thrown.getResponse().getStatus();
        if (status >= 500) {
            LOG.errorf("Failed: %s", Trace.of(thrown));
        }
        if (status == NOT_FOUND || status == METHOD_NOT_ALLOWED) {
            return unrouted(methods().of(uri.getPath()), request.getMethod());
        }
        return answer(Problem.of(ProblemType.ofStatus(status)), Map.of());
    }

    /// Where several classes share a path, the framework says 404 for a method that none of them
    /// has.
    private static Response unrouted(NavigableSet<String> allowed, String method) {
        return allowed.isEmpty() || allowed.contains(method)
                ? answer(Problem.NOT_FOUND, Map.of())
                : answer(
                        Problem.of(ProblemType.METHOD_NOT_ALLOWED),
                        Map.of(HttpHeaders.ALLOW, String.join(", ", allowed)));
    }

    private synchronized AllowedMethods methods() {
        if (methods == null) {
            methods = AllowedMethods.ofThisProcess();
        }
        return methods;
    }

    /// What nobody expected: logged by its class and place only, and answered without detail.
    @ServerExceptionMapper
    public Response unexpected(Throwable thrown) {
        LOG.errorf("Failed: %s", Trace.of(thrown));
        return answer(Problem.of(ProblemType.INTERNAL_ERROR), Map.of());
    }

    /// A problem as an answer.
    public static Response answer(Problem problem, Map<String, String> headers) {
        Response.ResponseBuilder builder =
                Response.status(problem.status())
                        .header(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                        .entity(problem.toBytes());
        headers.forEach(builder::header);
        return builder.build();
    }
}
