package io.sendgate.rest.problem;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/// Answers the problem that a resource meant.
@Provider
public final class MeantProblem implements ExceptionMapper<ProblemException> {

    @Override
    public Response toResponse(ProblemException thrown) {
        return ProblemMappers.answer(thrown.problem(), thrown.headers());
    }
}
