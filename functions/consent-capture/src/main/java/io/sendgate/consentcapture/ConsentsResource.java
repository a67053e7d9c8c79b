package io.sendgate.consentcapture;

import io.sendgate.account.AccountFacts;
import io.sendgate.gate.Ports;
import io.sendgate.gate.ReadConsents;
import io.sendgate.rest.answer.Answers;
import io.sendgate.rest.auth.Callers;
import io.sendgate.rest.auth.NeedsAccount;
import io.sendgate.rest.dto.ConsentCaptureDto;
import io.sendgate.rest.idempotency.Idempotency;
import io.sendgate.rest.problem.Problem;
import io.sendgate.rest.schema.BatchItem;
import io.sendgate.rest.schema.Body;
import io.sendgate.rest.web.Exchange;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import java.util.List;
import java.util.Optional;

/// Consents, as accounts submit and read them.
@Path("/consents")
@NeedsAccount
public class ConsentsResource {

    private final Callers callers;
    private final Exchange exchange;
    private final Places places;
    private final ConsentIntake intake;
    private final ReadConsents consents;

    /// The resource over its use cases.
    @Inject
    public ConsentsResource(
            Callers callers, Exchange exchange, Places places, ConsentIntake intake, Ports ports) {
        this.callers = callers;
        this.exchange = exchange;
        this.places = places;
        this.intake = intake;
        this.consents = new ReadConsents(ports);
    }

    /// Takes a consent in.
    @POST
    public Response capture() {
        Body<ConsentCaptureDto> body = exchange.body("consent-capture", ConsentCaptureDto.class);
        Idempotency idempotency = exchange.idempotency(body);
        AccountFacts account = callers.account().facts();
        return Answers.created(intake.record(account, body.value(), idempotency, "", places));
    }

    /// Takes up to 100 consents in, each answered in its own place.
    @POST
    @Path("/batch")
    public Response captureAll() {
        Optional<String> key = exchange.idempotencyKey();
        List<BatchItem<ConsentCaptureDto>> items =
                exchange.batch("consent-batch", "consent-capture", ConsentCaptureDto.class);
        AccountFacts account = callers.account().facts();
        Places here = new Places(places.base());
        return Answers.ok(
                new Batch.View(
                        Batch.answers(
                                items,
                                (body, index) ->
                                        intake.record(
                                                account,
                                                body.value(),
                                                Idempotency.ofItem(key, index, body.hash()),
                                                "/consents/" + index,
                                                here))));
    }

    /// A consent or a refused capture, as it is now.
    @GET
    @Path("/{id}")
    public Response find(@PathParam("id") String id) {
        return consents.find(callers.account().facts(), id)
                .map(found -> Answers.ok(ConsentView.of(found, places)))
                .orElseThrow(Problem.NOT_FOUND::toException);
    }

    /// The same with everything needed to defend it.
    @GET
    @Path("/{id}/evidence")
    public Response evidence(@PathParam("id") String id) {
        return consents.evidence(callers.account().facts(), id)
                .map(found -> Answers.ok(EvidenceView.of(found, places)))
                .orElseThrow(Problem.NOT_FOUND::toException);
    }
}
