package io.sendgate.consentreview;

import io.sendgate.contact.PhoneNumber;
import io.sendgate.gate.KeepFacts;
import io.sendgate.gate.Ports;
import io.sendgate.gate.ReadRecipient;
import io.sendgate.gate.Recipient;
import io.sendgate.ledger.RecipientState;
import io.sendgate.rest.answer.Answers;
import io.sendgate.rest.answer.Notes;
import io.sendgate.rest.answer.Paging;
import io.sendgate.rest.auth.AccountCaller;
import io.sendgate.rest.auth.Callers;
import io.sendgate.rest.auth.NeedsAccount;
import io.sendgate.rest.dto.RecipientFactsDto;
import io.sendgate.rest.dto.ReferenceDto;
import io.sendgate.rest.problem.Problem;
import io.sendgate.rest.problem.ProblemType;
import io.sendgate.rest.web.Exchange;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `/recipients/{number}`: facts in; state, history and export out; and forgetting.
@Path("/recipients/{number}")
@NeedsAccount
public class RecipientResource {

    private static final int LONGEST_REFERENCE = 64;

    private final Callers callers;
    private final Exchange exchange;
    private final Ports ports;
    private final RecipientPath path;
    private final ReviewRecipient review;
    private final ReadRecipient readRecipient;
    private final KeepFacts keepFacts;

    /// The resource over its use cases.
    @Inject
    public RecipientResource(
            Callers callers,
            Exchange exchange,
            Ports ports,
            RecipientPath path,
            ReviewRecipient review,
            KeepFacts keepFacts) {
        this.callers = callers;
        this.exchange = exchange;
        this.ports = ports;
        this.path = path;
        this.review = review;
        this.readRecipient = new ReadRecipient(ports);
        this.keepFacts = keepFacts;
    }

    /// Replaces the facts on record; what is left out is no longer on record. 422 where a
    /// relationship says what may not be kept.
    @PUT
    public Response put(@PathParam("number") String number) {
        AccountCaller caller = callers.account();
        RecipientFactsDto facts = exchange.body("recipient-facts", RecipientFactsDto.class).value();
        Recipient recipient = path.recipient(caller, number);
        RecipientState state =
                Notes.kept(
                        () ->
                                keepFacts.keep(
                                        caller.facts(),
                                        recipient.number(),
                                        facts.whereabouts(),
                                        known(facts)));
        return Answers.ok(review.view(caller.facts(), recipient, state));
    }

    private static Optional<KeepFacts.Known> known(RecipientFactsDto facts) {
        return Optional.ofNullable(facts.relationship())
                .map(
                        one ->
                                new KeepFacts.Known(
                                        one.type(),
                                        Optional.ofNullable(one.reference()),
                                        Optional.ofNullable(one.since())));
    }

    /// Puts a booking, payment or purchase on record; 422 where there is no room for an open one.
    @PUT
    @Path("/references/{ref}")
    public Response putReference(@PathParam("number") String number, @PathParam("ref") String ref) {
        AccountCaller caller = callers.account();
        requireReference(ref);
        ReferenceDto reference = exchange.body("reference", ReferenceDto.class).value();
        PhoneNumber person = path.recipient(caller, number).number();
        boolean kept =
                Notes.kept(
                        () ->
                                keepFacts.keepReference(
                                        caller.facts(),
                                        person,
                                        ref,
                                        reference.kind(),
                                        reference.status()));
        if (!kept) {
            throw Problem.of(ProblemType.REFUSED)
                    .because("The recipient has as many open references as there is room for")
                    .toException();
        }
        return Answers.ok(
                Map.of("ref", ref, "kind", reference.kind(), "status", reference.status()));
    }

    private static void requireReference(String ref) {
        boolean isName =
                !ref.isBlank()
                        && ref.length() <= LONGEST_REFERENCE
                        && ref.chars().noneMatch(Character::isISOControl);
        if (!isName) {
            throw Problem.invalidParameter(
                            "ref", "must have 1 to " + LONGEST_REFERENCE + " characters")
                    .toException();
        }
    }

    /// The person as the account knows them; of a stranger nothing is known.
    @GET
    public Response get(@PathParam("number") String number) {
        AccountCaller caller = callers.account();
        ReadRecipient.Known known = path.known(caller, number);
        return Answers.ok(review.view(caller.facts(), known.recipient(), known.state()));
    }

    /// What happened, newest first.
    @GET
    @Path("/history")
    public Response history(
            @PathParam("number") String number,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after) {
        AccountCaller caller = callers.account();
        Paging paging = Paging.parse(HistoryPage.NAME, limit, after);
        Recipient recipient = path.recipient(caller, number);
        return Answers.ok(HistoryPage.of(readRecipient.history(caller.facts(), recipient), paging));
    }

    /// Everything on record, details opened.
    @GET
    @Path("/export")
    public Response export(@PathParam("number") String number) {
        AccountCaller caller = callers.account();
        ReadRecipient.Known known = path.known(caller, number);
        List<ReadRecipient.Happening> history =
                readRecipient.history(caller.facts(), known.recipient());
        return Answers.ok(
                new ExportView(
                        caller.id().value(),
                        ports.clock().instant(),
                        review.view(caller.facts(), known.recipient(), known.state()),
                        ExportView.records(history, ports.ids())));
    }

    /// Forgets the person: evidence goes within a day, opt-outs and blocks stay and still deny.
    @DELETE
    public Response erase(@PathParam("number") String number) {
        AccountCaller caller = callers.account();
        Recipient recipient = path.recipient(caller, number);
        Instant at = ports.clock().instant();
        keepFacts.erase(caller.facts(), recipient.number());
        return Answers.accepted(Map.of("tag", recipient.tag().value(), "erasedAt", at));
    }
}
