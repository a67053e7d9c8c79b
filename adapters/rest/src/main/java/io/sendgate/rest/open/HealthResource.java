package io.sendgate.rest.open;

import io.sendgate.rest.answer.Answers;
import io.sendgate.rest.auth.OpenToAll;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import java.util.Map;

/// Whether this copy answers; open to everybody.
@Path("/health")
@OpenToAll
public class HealthResource {

    /// It does.
    @GET
    public Response health() {
        return Answers.ok(Map.of("status", "UP"));
    }
}
