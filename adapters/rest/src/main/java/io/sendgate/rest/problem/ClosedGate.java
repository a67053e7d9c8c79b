package io.sendgate.rest.problem;

import io.sendgate.gate.FactsUnavailable;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

import org.jboss.logging.Logger;

import java.util.Map;

/// Answers for a gate that stays closed because facts are out of reach: ask again in a second.
@Provider
public final class ClosedGate implements ExceptionMapper<FactsUnavailable> {

    private static final Logger LOG = Logger.getLogger(ClosedGate.class);
    private static final Map<String, String> SOON = Map.of(HttpHeaders.RETRY_AFTER, "1");

    @Override
    public Response toResponse(FactsUnavailable thrown) {
        LOG.warnf("Facts unavailable: %s", Trace.of(thrown));
        return ProblemMappers.answer(Problem.of(ProblemType.UNAVAILABLE), SOON);
    }
}
