package io.sendgate.rest.problem;

import java.util.Locale;

/// The kinds of problem every function can answer, each with a heading in the docs.
public enum ProblemType {
    INVALID_BODY(400, "The body does not fit its schema"),
    INVALID_PARAMETER(400, "A path, query or header parameter cannot be read"),
    BAD_REQUEST(400, "The request cannot be read"),
    UNAUTHORIZED(401, "A valid key is needed"),
    FORBIDDEN(403, "This is not allowed"),
    NOT_FOUND(404, "There is no such thing"),
    METHOD_NOT_ALLOWED(405, "The path does not take this method"),
    NOT_ACCEPTABLE(406, "No representation fits the Accept header"),
    REQUEST_TIMEOUT(408, "The request took too long to arrive"),
    CONFLICT(409, "The request conflicts with what is on record"),
    CONTENT_TOO_LARGE(413, "The body is too large"),
    URI_TOO_LONG(414, "The address is too long"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body is not of a type that is understood here"),
    REFUSED(422, "The request is well formed, and refused"),
    IDEMPOTENCY_KEY_REUSED(422, "The idempotency key was used with another body"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    HEADERS_TOO_LARGE(431, "The headers are too large"),
    INTERNAL_ERROR(500, "Something went wrong here"),
    UNAVAILABLE(503, "The facts could not be loaded; nothing was decided");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /// The HTTP status it is answered with.
    public int status() {
        return status;
    }

    /// The sentence that is the same for every problem of this kind.
    public String title() {
        return title;
    }

    /// The last segment of its `type`, `invalid-body`.
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The kind that a bare HTTP status stands for.
    public static ProblemType ofStatus(int status) {
        return switch (status) {
            case 401 -> UNAUTHORIZED;
            case 403 -> FORBIDDEN;
            case 404, 410 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 408 -> REQUEST_TIMEOUT;
            case 409 -> CONFLICT;
            case 413 -> CONTENT_TOO_LARGE;
            case 414 -> URI_TOO_LONG;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 422 -> REFUSED;
            case 429 -> TOO_MANY_REQUESTS;
            case 431 -> HEADERS_TOO_LARGE;
            case 503 -> UNAVAILABLE;
            default -> status >= 400 && status < 500 ? BAD_REQUEST : INTERNAL_ERROR;
        };
    }
}
