package io.sendgate.rest.http;

import io.sendgate.rest.answer.Answers;
import io.sendgate.rest.auth.Callers;
import io.sendgate.rest.auth.NeedsAccount;
import io.sendgate.rest.auth.NeedsAnyKey;
import io.sendgate.rest.auth.NeedsOperator;
import io.sendgate.rest.auth.OpenToAll;
import io.sendgate.rest.dto.OutcomeDto;
import io.sendgate.rest.schema.Body;
import io.sendgate.rest.web.Exchange;
import io.sendgate.rest.web.Parameters;
import io.sendgate.rest.web.RawRequest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/// A function's resource as functions write them.
@Path("/sample")
@NeedsAccount
public class SampleResource {

    private final Callers callers;
    private final Exchange exchange;

    /// With what every resource asks.
    @Inject
    public SampleResource(Callers callers, Exchange exchange) {
        this.callers = callers;
        this.exchange = exchange;
    }

    /// Takes a body.
    @POST
    public Response create() {
        Body<OutcomeDto> body = exchange.body("outcome", OutcomeDto.class);
        return Answers.created(
                Map.of(
                        "account", callers.account().id().value(),
                        "status", body.value().status(),
                        "key", exchange.idempotency(body).key().orElse("")));
    }

    /// Reads a thing by its owner.
    @GET
    @Path("/accounts/{id}")
    @NeedsAnyKey
    public Response account(@PathParam("id") String id) {
        return Answers.ok(Map.of("id", callers.account(id).account().id().value()));
    }

    /// For the operator.
    @PUT
    @Path("/operator")
    @NeedsOperator
    public Response operator() {
        return Answers.noContent();
    }

    /// Says what came over the wire.
    @POST
    @Path("/raw")
    @OpenToAll
    public Response raw() {
        RawRequest raw = exchange.raw();
        return Answers.ok(
                Map.of(
                        "method",
                        raw.method(),
                        "target",
                        raw.target(),
                        "length",
                        raw.body().length,
                        "x",
                        raw.all("x-twice"),
                        "thread",
                        Thread.currentThread().getName(),
                        "ip",
                        raw.sourceIp()));
    }

    /// Says which number a path and a query name.
    @GET
    @Path("/numbers/{number}")
    @OpenToAll
    public Response number(
            @PathParam("number") String number,
            @QueryParam("recipient") @Nullable String recipient) {
        return Answers.ok(
                Map.of("path", number, "query", Parameters.number("recipient", recipient)));
    }

    /// Breaks, with something personal in the message.
    @GET
    @Path("/broken")
    @OpenToAll
    public Response broken() {
        throw new IllegalStateException("+16505551234 said hello");
    }
}
