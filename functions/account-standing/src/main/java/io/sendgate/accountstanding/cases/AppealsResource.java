package io.sendgate.accountstanding.cases;

import io.sendgate.rest.answer.Answers;
import io.sendgate.rest.auth.Callers;
import io.sendgate.rest.auth.NeedsAccount;
import io.sendgate.rest.auth.NeedsOperator;
import io.sendgate.rest.dto.AppealDecisionDto;
import io.sendgate.rest.dto.AppealDto;
import io.sendgate.rest.schema.Body;
import io.sendgate.rest.web.Exchange;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/// Appeals: `/appeals`.
@Path("/appeals")
public class AppealsResource {

    private final Exchange exchange;
    private final Callers callers;
    private final HearAppeal appeals;

    /// The resource over its use case.
    public AppealsResource(Exchange exchange, Callers callers, HearAppeal appeals) {
        this.exchange = exchange;
        this.callers = callers;
        this.appeals = appeals;
    }

    /// Takes an account's appeal in, 201.
    @POST
    @NeedsAccount
    public Response open() {
        Body<AppealDto> body = exchange.body("appeal", AppealDto.class);
        return Answers.created(
                HearAppeal.AppealView.of(
                        appeals.open(
                                callers.account().id(), body.value(), exchange.idempotency(body))));
    }

    /// Answers an appeal; a grant restores what the action took.
    @POST
    @Path("/{id}/decision")
    @NeedsOperator
    public Response decide(@PathParam("id") String id) {
        Body<AppealDecisionDto> body = exchange.body("appeal-decision", AppealDecisionDto.class);
        return Answers.ok(
                HearAppeal.AppealView.of(
                        appeals.decide(id, body.value(), exchange.idempotency(body))));
    }
}
