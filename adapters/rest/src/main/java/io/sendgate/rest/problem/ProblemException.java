package io.sendgate.rest.problem;

import java.util.Map;

/// A problem on its way to the caller. It carries no stack trace: it is an answer, not a fault.
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final transient Map<String, String> headers;

    /// A problem without headers of its own.
    public ProblemException(Problem problem) {
        this(problem, Map.of());
    }

    /// A problem that is answered with headers, `Retry-After` for example.
    public ProblemException(Problem problem, Map<String, String> headers) {
        super(problem.type(), null, false, false);
        this.problem = problem;
        this.headers = Map.copyOf(headers);
    }

    /// What is answered.
    public Problem problem() {
        return problem;
    }

    /// The headers it is answered with.
    public Map<String, String> headers() {
        return headers;
    }
}
