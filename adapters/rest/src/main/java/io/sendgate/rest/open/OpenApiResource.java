package io.sendgate.rest.open;

import io.sendgate.rest.auth.OpenToAll;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/// The OpenAPI document; open to everybody.
@Path("/openapi")
@OpenToAll
public class OpenApiResource {

    private final OpenApiDocument document;

    /// With the document that it shows.
    @Inject
    public OpenApiResource(OpenApiDocument document) {
        this.document = document;
    }

    /// The document as JSON, which is YAML too.
    @GET
    public Response show() {
        return Response.ok(document.bytes())
                .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=300")
                .build();
    }
}
