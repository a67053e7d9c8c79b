package io.sendgate.rest.answer;

import io.sendgate.rest.schema.Json;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/// Answers in JSON. They do not negotiate: whatever `Accept` says, JSON is what there is.
public final class Answers {

    private Answers() {}

    /// 200 with a body.
    ///
    /// @param view a record, a tree, a list or a map
    public static Response ok(Object view) {
        return json(200, view);
    }

    /// 201 with a body.
    public static Response created(Object view) {
        return json(201, view);
    }

    /// 202 with a body.
    public static Response accepted(Object view) {
        return json(202, view);
    }

    /// 204.
    public static Response noContent() {
        return Response.noContent().build();
    }

    /// Any status with a body.
    public static Response json(int status, Object view) {
        return Response.status(status)
                .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON)
                .entity(Json.bytes(view))
                .build();
    }
}
