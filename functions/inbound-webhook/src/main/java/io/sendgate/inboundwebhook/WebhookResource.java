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
@Path("/webhooks")
@OpenToAll
public class WebhookResource {

    private final Exchange exchange;
    private final Intake intake;
    private final Topics topics;

    /// A door in front of what hears.
    @Inject
    public WebhookResource(Exchange exchange, Intake intake, Topics topics) {
        this.exchange = exchange;
        this.intake = intake;
        this.topics = topics;
    }

    /// Hears one message of an SNS topic that several accounts share.
    @POST
    @Path("/aws")
    public Response postOfTopic() {
        return answered(topics.hear(exchange.raw()));
    }

    /// Hears a provider.
    @POST
    @Path("/{provider}/{account}")
    public Response post(
            @PathParam("provider") String provider, @PathParam("account") String account) {
        return hear(provider, account);
    }

    /// Hears a provider that verifies its URL, or sends with GET.
    @GET
    @Path("/{provider}/{account}")
    public Response get(
            @PathParam("provider") String provider, @PathParam("account") String account) {
        return hear(provider, account);
    }

    /// Hears a provider whose URL ends in what nobody can guess.
    @POST
    @Path("/{provider}/{account}/{token}")
    public Response postToToken(
            @PathParam("provider") String provider, @PathParam("account") String account) {
        return hear(provider, account);
    }

    /// The same with GET.
    @GET
    @Path("/{provider}/{account}/{token}")
    public Response getOfToken(
            @PathParam("provider") String provider, @PathParam("account") String account) {
        return hear(provider, account);
    }

    private Response hear(String provider, String account) {
        return answered(intake.hear(provider, account, exchange.raw()));
    }

    private static Response answered(HttpAnswer answer) {
        Response.ResponseBuilder response = Response.status(answer.status());
        answer.body().ifPresent(body -> response.type(body.mediaType()).entity(body.text()));
        return response.build();
    }
}
