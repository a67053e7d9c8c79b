package io.sendgate.rest.http;

import io.sendgate.rest.answer.Answers;
import io.sendgate.rest.auth.OpenToAll;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/// Another class on the same path, with another mark.
@Path("/sample")
@OpenToAll
public class SampleSiblingResource {

    /// Takes no key, beside methods that do.
    @DELETE
    @Path("/accounts/{id}/open")
    public Response open() {
        return Answers.noContent();
    }
}
