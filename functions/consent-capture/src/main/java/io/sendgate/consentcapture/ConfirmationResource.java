package io.sendgate.consentcapture;

import io.sendgate.gate.ConfirmOptIn;
import io.sendgate.rest.auth.OpenToAll;
import io.sendgate.rest.web.Exchange;
import io.vertx.ext.web.RoutingContext;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/// The pages behind a confirmation link. Whoever has the link is the person: its id is the secret.
@Path("/consents")
@OpenToAll
public class ConfirmationResource {

    private final ConfirmOptIn optIns;
    private final Exchange exchange;
    private final RoutingContext routing;
    private final Pages pages;
    private final VisitorLimit limit;

    /// The resource over its use case.
    @Inject
    public ConfirmationResource(
            ConfirmOptIn optIns,
            Exchange exchange,
            RoutingContext routing,
            Pages pages,
            VisitorLimit limit) {
        this.optIns = optIns;
        this.exchange = exchange;
        this.routing = routing;
        this.pages = pages;
        this.limit = limit;
    }

    /// The page with the button; looking confirms nothing, because scanners open links.
    @GET
    @Path("/{id}/confirm")
    public Response look(@PathParam("id") String id) {
        return page(optIns.look(id)).toResponse();
    }

    /// What the button does.
    @POST
    @Path("/{id}/confirm")
    public Response confirm(@PathParam("id") String id) {
        limit.count(exchange.sourceIp()).forEach(routing.response()::putHeader);
        return page(optIns.confirm(id)).toResponse();
    }

    private Page page(ConfirmOptIn.Answer answer) {
        return switch (answer) {
            case ConfirmOptIn.Answer.Waiting waiting ->
                    pages.confirm(waiting.businessName(), waiting.disclosure());
            case ConfirmOptIn.Answer.Confirmed confirmed ->
                    pages.confirmed(confirmed.businessName());
            case ConfirmOptIn.Answer.Gone gone -> pages.lapsed();
        };
    }
}
