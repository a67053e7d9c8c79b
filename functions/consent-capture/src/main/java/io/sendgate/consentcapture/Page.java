package io.sendgate.consentcapture;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/// A page on its way to a person.
///
/// @param policy its content security policy
/// @param referrer its referrer policy
record Page(int status, String markup, String policy, String referrer) {

    Page withPolicy(String other) {
        return new Page(status, markup, other, referrer);
    }

    Page withReferrer(String other) {
        return new Page(status, markup, policy, other);
    }

    /// The page as an answer.
    Response toResponse() {
        return Response.status(status)
                .header(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8")
                .header("Content-Security-Policy", policy)
                .header("Referrer-Policy", referrer)
                .entity(markup)
                .build();
    }
}
