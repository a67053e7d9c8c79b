package io.sendgate.rest.http;

import io.sendgate.rest.answer.Answers;
import io.sendgate.rest.auth.NeedsOperator;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/// A class below another's path.
@Path("/sample/accounts/{id}/deep")
@NeedsOperator
public class SampleNestedResource {

    /// Takes the operator's key.
    @GET
    public Response deep() {
        return Answers.noContent();
    }
}
