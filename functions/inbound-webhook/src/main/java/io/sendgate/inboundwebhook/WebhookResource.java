package io.sendgate.inboundwebhook;

import io.sendgate.inboundwebhook.provider.HttpAnswer;
import io.sendgate.rest.auth.OpenToAll;
import io.sendgate.rest.web.Exchange;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/// The door that providers come to. It takes no key: a request is believed for its signature.
@Path("/webhooks/{provider}/{account}")
@OpenToAll
public class WebhookResource {

    private final Exchange exchange;
    private final Intake intake;

    /// A door in front of what hears.
    @Inject
    public WebhookResource(Exchange exchange, Intake intake) {
        this.exchange = exchange;
        this.intake = intake;
    }

    /// Hears a provider.
    @POST
    public Response post(
            @PathParam("provider") String provider, @PathParam("account") String account) {
        return hear(provider, account);
    }

    /// Hears a provider that verifies its URL, or sends with GET.
    @GET
    public Response get(
            @PathParam("provider") String provider, @PathParam("account") String account) {
        return hear(provider, account);
    }

    private Response hear(String provider, String account) {
        HttpAnswer answer = intake.hear(provider, account, exchange.raw());
        Response.ResponseBuilder response = Response.status(answer.status());
        answer.body().ifPresent(body -> response.type(body.mediaType()).entity(body.text()));
        return response.build();
    }
}
