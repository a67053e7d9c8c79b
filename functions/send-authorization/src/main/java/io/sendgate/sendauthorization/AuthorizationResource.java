package io.sendgate.sendauthorization;

import com.fasterxml.jackson.databind.JsonNode;

import io.sendgate.account.AccountFacts;
import io.sendgate.aws.UsageCounters;
import io.sendgate.decision.Reason;
import io.sendgate.gate.AuthorizationRecord;
import io.sendgate.gate.ReadAuthorizations;
import io.sendgate.gate.RedeemPermit;
import io.sendgate.gate.ReportOutcome;
import io.sendgate.ledger.Grant;
import io.sendgate.ledger.IdMint;
import io.sendgate.ledger.IdPrefix;
import io.sendgate.ledger.Ref;
import io.sendgate.rest.answer.Answers;
import io.sendgate.rest.answer.ReasonView;
import io.sendgate.rest.auth.AccountCaller;
import io.sendgate.rest.auth.Callers;
import io.sendgate.rest.auth.NeedsAccount;
import io.sendgate.rest.dto.AuthorizationRequestDto;
import io.sendgate.rest.dto.NumberReader;
import io.sendgate.rest.dto.Numbers;
import io.sendgate.rest.dto.OutcomeDto;
import io.sendgate.rest.problem.Problem;
import io.sendgate.rest.problem.ProblemType;
import io.sendgate.rest.schema.BatchItem;
import io.sendgate.rest.schema.Body;
import io.sendgate.rest.web.Exchange;
import io.sendgate.rest.web.Parameters;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import org.jspecify.annotations.Nullable;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `/authorizations`: asking, looking up, redeeming, reporting, cancelling.
@Path("/authorizations")
@NeedsAccount
public class AuthorizationResource {

    private final Callers callers;
    private final Exchange exchange;
    private final DecideSend decideSend;
    private final DecideBatch decideBatch;
    private final ReadAuthorizations records;
    private final RedeemPermit redeemPermit;
    private final ReportOutcome reportOutcome;
    private final IdMint ids;
    private final NumberReader reader;
    private final UsageCounters usage;
    private final InstantSource clock;

    /// The resource over its use cases.
    @Inject
    public AuthorizationResource(
            Callers callers,
            Exchange exchange,
            DecideSend decideSend,
            DecideBatch decideBatch,
            ReadAuthorizations records,
            RedeemPermit redeemPermit,
            ReportOutcome reportOutcome,
            IdMint ids,
            NumberReader reader,
            UsageCounters usage,
            InstantSource clock) {
        this.callers = callers;
        this.exchange = exchange;
        this.decideSend = decideSend;
        this.decideBatch = decideBatch;
        this.records = records;
        this.redeemPermit = redeemPermit;
        this.reportOutcome = reportOutcome;
        this.ids = ids;
        this.reader = reader;
        this.usage = usage;
        this.clock = clock;
    }

    /// Decides about one message; a refusal is a 200 too.
    @POST
    public Response authorize() {
        Body<AuthorizationRequestDto> body =
                exchange.body("authorization-request", AuthorizationRequestDto.class);
        return Answers.ok(
                decideSend.decide(sender(), body.value(), exchange.idempotency(body), ""));
    }

    /// Decides about up to 100 messages, each by itself.
    @POST
    @Path("/batch")
    public Response authorizeBatch() {
        List<BatchItem<AuthorizationRequestDto>> items =
                exchange.batch(
                        "authorization-batch",
                        "authorization-request",
                        AuthorizationRequestDto.class);
        List<JsonNode> decisions = decideBatch.decide(sender(), items, exchange.idempotencyKey());
        return Answers.ok(Map.of("decisions", decisions));
    }

    /// The account that asks to send; its key's use is noted, once an hour.
    private AccountCaller sender() {
        AccountCaller caller = callers.account();
        usage.touchKey(caller.keyOwner(), caller.keyId(), clock.instant());
        return caller;
    }

    /// The account's authorizations for one person, newest first.
    @GET
    public Response list(
            @QueryParam("recipient") @Nullable String recipient,
            @QueryParam("decision") @Nullable String decision,
            @QueryParam("code") @Nullable String code,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after) {
        AccountCaller caller = callers.account();
        String number = Parameters.number("recipient", recipient);
        AuthorizationList wanted = AuthorizationList.parse(decision, code, from, to, limit, after);
        List<AuthorizationRecord> found =
                records.about(
                        caller.facts(),
                        new Numbers(reader, caller.country()).parameter(number, "recipient"));
        return Answers.ok(wanted.page(found, record -> RecordView.of(record, ids)));
    }

    /// An authorization, and what became of it.
    @GET
    @Path("/{id}")
    public Response get(@PathParam("id") String id) {
        return Answers.ok(view(callers.account().facts(), id));
    }

    /// Cancels a hold; cancelling it again changes nothing.
    @DELETE
    @Path("/{id}")
    public Response cancel(@PathParam("id") String id) {
        AccountFacts account = callers.account().facts();
        return switch (reportOutcome.cancel(account, id)) {
            case RECORDED -> Answers.ok(view(account, id));
            case CONTRADICTS -> throw conflict("Only a hold that still waits can be cancelled");
            case UNKNOWN -> throw Problem.NOT_FOUND.toException();
        };
    }

    /// Takes up the permit of an allow, just before the message is handed over.
    @POST
    @Path("/{id}/redeem")
    public Response redeem(@PathParam("id") String id) {
        AccountFacts account = callers.account().facts();
        return switch (redeemPermit.redeem(account, id, exchange.idempotencyKey())) {
            case RedeemPermit.Answer.Redeemed redeemed -> Answers.ok(Map.of("status", "redeemed"));
            case RedeemPermit.Answer.Refused refused ->
                    throw notRedeemed("The permit may no longer be used", refused.reasons());
            case RedeemPermit.Answer.Unknown unknown ->
                    throw notRedeemed(
                            "Only an allow has a permit",
                            record(account, id).authorization().decision().reasons());
        };
    }

    /// Takes in what became of an allow; `not-sent` on a hold cancels it.
    @POST
    @Path("/{id}/outcome")
    public Response outcome(@PathParam("id") String id) {
        AccountFacts account = callers.account().facts();
        OutcomeDto outcome = exchange.body("outcome", OutcomeDto.class).value();
        Optional<String> messageId = Optional.ofNullable(outcome.providerMessageId());
        return switch (reportOutcome.report(account, id, outcome.status(), messageId)) {
            case RECORDED ->
                    Answers.ok(Map.of("id", id, "status", statusAfter(id, outcome.status())));
            case CONTRADICTS -> throw conflict("The outcome contradicts what is on record");
            case UNKNOWN -> throw Problem.NOT_FOUND.toException();
        };
    }

    /// A hold is a note, and the only thing that can be reported of it cancels it.
    private String statusAfter(String id, Grant.Status reported) {
        boolean isHold =
                ids.locate(IdPrefix.AUTH, id)
                        .filter(found -> found.ref() instanceof Ref.Noted)
                        .isPresent();
        return isHold ? RecordView.CANCELLED : reported.term();
    }

    private RecordView view(AccountFacts account, String id) {
        return RecordView.of(record(account, id), ids);
    }

    private AuthorizationRecord record(AccountFacts account, String id) {
        return records.find(account, id).orElseThrow(Problem.NOT_FOUND::toException);
    }

    private static RuntimeException notRedeemed(String why, List<Reason> reasons) {
        return Problem.of(ProblemType.CONFLICT)
                .because(why)
                .with("reasons", ReasonView.of(reasons))
                .toException();
    }

    private static RuntimeException conflict(String why) {
        return Problem.of(ProblemType.CONFLICT).because(why).toException();
    }
}
