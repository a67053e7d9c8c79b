package io.sendgate.consentcapture;

import io.sendgate.account.AccountFacts;
import io.sendgate.rest.answer.Answers;
import io.sendgate.rest.answer.Paging;
import io.sendgate.rest.auth.Callers;
import io.sendgate.rest.auth.NeedsAccount;
import io.sendgate.rest.dto.OptOutDto;
import io.sendgate.rest.idempotency.Idempotency;
import io.sendgate.rest.schema.BatchItem;
import io.sendgate.rest.schema.Body;
import io.sendgate.rest.web.Exchange;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/// Opt-outs that reached an account outside a provider's webhook, and the list of all.
@Path("/opt-outs")
@NeedsAccount
public class OptOutsResource {

    private final Callers callers;
    private final Exchange exchange;
    private final OptOutIntake intake;
    private final OptOutPages pages;

    /// The resource over its use cases.
    @Inject
    public OptOutsResource(
            Callers callers, Exchange exchange, OptOutIntake intake, OptOutPages pages) {
        this.callers = callers;
        this.exchange = exchange;
        this.intake = intake;
        this.pages = pages;
    }

    /// Records an opt-out.
    @POST
    public Response record() {
        Body<OptOutDto> body = exchange.body("opt-out", OptOutDto.class);
        Idempotency idempotency = exchange.idempotency(body);
        return Answers.created(
                intake.record(callers.account().facts(), body.value(), idempotency, ""));
    }

    /// Records up to 100 opt-outs, each answered in its own place.
    @POST
    @Path("/batch")
    public Response recordAll() {
        Optional<String> key = exchange.idempotencyKey();
        List<BatchItem<OptOutDto>> items =
                exchange.batch("opt-out-batch", "opt-out", OptOutDto.class);
        AccountFacts account = callers.account().facts();
        return Answers.ok(
                new Batch.View(
                        Batch.answers(
                                items,
                                (body, index) ->
                                        intake.record(
                                                account,
                                                body.value(),
                                                Idempotency.ofItem(key, index, body.hash()),
                                                "/optOuts/" + index))));
    }

    /// The account's opt-outs, oldest first.
    @GET
    public Response list(
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after) {
        Paging paging = Paging.parse(OptOutPages.LIST, limit, after);
        return Answers.ok(pages.page(callers.account().id(), paging));
    }
}
