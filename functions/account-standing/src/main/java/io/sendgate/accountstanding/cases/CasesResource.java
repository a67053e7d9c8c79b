package io.sendgate.accountstanding.cases;

import io.sendgate.account.AccountId;
import io.sendgate.aws.StoredCase;
import io.sendgate.contact.Term;
import io.sendgate.rest.answer.Answers;
import io.sendgate.rest.answer.Cursor;
import io.sendgate.rest.answer.PageView;
import io.sendgate.rest.answer.Paging;
import io.sendgate.rest.auth.AccountCaller;
import io.sendgate.rest.auth.Caller;
import io.sendgate.rest.auth.Callers;
import io.sendgate.rest.auth.NeedsAnyKey;
import io.sendgate.rest.auth.NeedsOperator;
import io.sendgate.rest.auth.OperatorCaller;
import io.sendgate.rest.dto.ActionDto;
import io.sendgate.rest.dto.CaseOpeningDto;
import io.sendgate.rest.problem.Problem;
import io.sendgate.rest.schema.Body;
import io.sendgate.rest.web.Exchange;
import io.sendgate.standing.CaseState;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jspecify.annotations.Nullable;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Cases: `/cases`.
@Path("/cases")
public class CasesResource {

    private static final String LIST = "cases";

    private final Exchange exchange;
    private final Callers callers;
    private final TakeUpCase takeUpCase;
    private final ReadCases cases;
    private final TakeAction takeAction;
    private final CaseBundle bundles;
    private final InstantSource clock;

    /// The resource over its use cases.
    public CasesResource(
            Exchange exchange,
            Callers callers,
            TakeUpCase takeUpCase,
            ReadCases cases,
            TakeAction takeAction,
            CaseBundle bundles,
            InstantSource clock) {
        this.exchange = exchange;
        this.callers = callers;
        this.takeUpCase = takeUpCase;
        this.cases = cases;
        this.takeAction = takeAction;
        this.bundles = bundles;
        this.clock = clock;
    }

    /// Opens a case, 201.
    @POST
    @NeedsOperator
    public Response open() {
        Body<CaseOpeningDto> body = exchange.body("case-opening", CaseOpeningDto.class);
        StoredCase opened = takeUpCase.open(body.value(), exchange.idempotency(body));
        return Answers.created(CaseView.of(opened, true, clock.instant()));
    }

    /// Lists cases, newest first: the operator's queue, an account's own.
    @GET
    @NeedsAnyKey
    public Response list(
            @QueryParam("account") @Nullable String account,
            @QueryParam("state") @Nullable String state,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after) {
        Paging paging = Paging.parse(LIST, limit, after);
        List<StoredCase> found =
                cases.list(account(account), state(state), paging.after(), paging.limit());
        boolean isMore = found.size() > paging.limit();
        List<StoredCase> page = isMore ? found.subList(0, paging.limit()) : found;
        return Answers.ok(
                PageView.of(
                        page.stream().map(one -> CaseView.line(one, clock.instant())).toList(),
                        isMore
                                ? Optional.of(new Cursor(LIST, page.getLast().id()))
                                : Optional.empty()));
    }

    private Optional<AccountId> account(@Nullable String wanted) {
        Optional<AccountId> named =
                Optional.ofNullable(wanted)
                        .map(
                                text ->
                                        AccountId.parse(text)
                                                .orElseThrow(Problem.NOT_FOUND::toException));
        return switch (callers.caller()) {
            case OperatorCaller operator -> named;
            case AccountCaller caller -> {
                named.ifPresent(callers::require);
                yield Optional.of(caller.id());
            }
        };
    }

    private static Optional<CaseState> state(@Nullable String wanted) {
        return Optional.ofNullable(wanted)
                .map(
                        word ->
                                Term.parse(CaseState.class, word)
                                        .orElseThrow(
                                                () ->
                                                        Problem.invalidParameter(
                                                                        "state",
                                                                        "must be open, appealed or"
                                                                                + " closed")
                                                                .toException()));
    }

    /// Shows a case to the operator and to the account it is about.
    @GET
    @Path("/{id}")
    @NeedsAnyKey
    public Response get(@PathParam("id") String id) {
        return Answers.ok(CaseView.of(file(id), isOperator(), clock.instant()));
    }

    /// Everything that a case rests on, with its hash.
    @GET
    @Path("/{id}/bundle")
    @NeedsAnyKey
    public Response bundle(@PathParam("id") String id) {
        return Response.ok(bundles.of(file(id), isOperator(), clock.instant()))
                .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON)
                .build();
    }

    /// Acts on a case, 201; the action holds from then on.
    @POST
    @Path("/{id}/actions")
    @NeedsOperator
    public Response act(@PathParam("id") String id) {
        Body<ActionDto> body = exchange.body("action", ActionDto.class);
        return Answers.created(
                CaseView.action(takeAction.act(id, body.value(), exchange.idempotency(body))));
    }

    private StoredCase file(String id) {
        StoredCase file = cases.find(id).orElseThrow(Problem.NOT_FOUND::toException);
        Caller caller = callers.caller();
        if (!isOperator() && file.account().filter(caller::mayActFor).isEmpty()) {
            throw Problem.NOT_FOUND.toException();
        }
        return file;
    }

    private boolean isOperator() {
        return callers.caller() instanceof OperatorCaller;
    }
}
