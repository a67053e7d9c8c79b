package io.sendgate.consentcapture;

import io.sendgate.aws.StoredForm;
import io.sendgate.gate.CaptureAnswer;
import io.sendgate.rest.answer.Answers;
import io.sendgate.rest.answer.ReasonView;
import io.sendgate.rest.auth.Callers;
import io.sendgate.rest.auth.NeedsAccount;
import io.sendgate.rest.auth.OpenToAll;
import io.sendgate.rest.dto.FormDto;
import io.sendgate.rest.idempotency.Idempotency;
import io.sendgate.rest.problem.Problem;
import io.sendgate.rest.problem.ProblemException;
import io.sendgate.rest.problem.ProblemType;
import io.sendgate.rest.web.Exchange;
import io.sendgate.rest.web.RawRequest;
import io.vertx.ext.web.RoutingContext;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Opt-in forms: defined by accounts, open to everybody.
@Path("/forms")
@OpenToAll
public class FormsResource {

    private static final int LONGEST_AGENT = 1024;
    private static final int LONGEST_PAGE = 2048;

    private final Callers callers;
    private final Exchange exchange;
    private final RoutingContext routing;
    private final Places places;
    private final FormDefinition forms;
    private final FormIntake intake;
    private final Pages pages;
    private final VisitorLimit limit;

    /// The resource over its use cases.
    @Inject
    public FormsResource(
            Callers callers,
            Exchange exchange,
            RoutingContext routing,
            Places places,
            FormDefinition forms,
            FormIntake intake,
            Pages pages,
            VisitorLimit limit) {
        this.callers = callers;
        this.exchange = exchange;
        this.routing = routing;
        this.places = places;
        this.forms = forms;
        this.intake = intake;
        this.pages = pages;
        this.limit = limit;
    }

    /// A form as it was defined.
    ///
    /// @param url where people find it
    public record FormView(String id, String url) {}

    /// What a page that asked for JSON is told; nothing in it depends on who posted.
    public record ReceivedView(String status) {}

    /// Defines a form, or replaces the account's form of that name.
    @PUT
    @Path("/{id}")
    @NeedsAccount
    public Response define(@PathParam("id") String name) {
        FormDto wanted = exchange.body("form", FormDto.class).value();
        StoredForm form = forms.define(callers.account().facts(), name, wanted);
        return Answers.ok(new FormView(form.id(), places.form(form.id())));
    }

    /// The page on which people opt in.
    @GET
    @Path("/{id}")
    public Response show(@PathParam("id") String id) {
        StoredForm form = forms.find(id);
        return pages.form(form, business(form), "", List.of()).toResponse();
    }

    /// The page that thanks them, where the form has no redirect.
    @GET
    @Path("/{id}/received")
    public Response thank(@PathParam("id") String id) {
        return pages.received(business(forms.find(id))).toResponse();
    }

    /// What a browser asks before a page of another site may post.
    @OPTIONS
    @Path("/{id}")
    public Response preflight(@PathParam("id") String id) {
        admit(forms.find(id));
        return Response.noContent()
                .header("Access-Control-Allow-Methods", "POST")
                .header("Access-Control-Allow-Headers", "Content-Type, Idempotency-Key")
                .header("Access-Control-Max-Age", "600")
                .build();
    }

    /// Takes a person's consent in.
    @POST
    @Path("/{id}")
    public Response receive(@PathParam("id") String id) {
        StoredForm form = forms.find(id);
        admit(form);
        limit.count(exchange.sourceIp()).forEach(routing.response()::putHeader);
        Submission posted = Submission.read(exchange.raw());
        FormIntake.Outcome outcome =
                intake.receive(form, posted, origin(), exchange.idempotencyKey());
        return switch (outcome) {
            case FormIntake.Outcome.Received received -> received(form);
            case FormIntake.Outcome.Faulty faulty -> faulty(form, posted, faulty);
            case FormIntake.Outcome.Useless useless -> throw useless(useless.refused());
            case FormIntake.Outcome.KeyReused reused -> throw Idempotency.reused();
        };
    }

    /// Lets a page of another site in only where the form allows it. The headers are set at once,
    /// so that an allowed page can read errors too.
    private void admit(StoredForm form) {
        Visitor visitor = Visitor.of(exchange.raw(), places.base(), form.allowedOrigins());
        if (visitor instanceof Visitor.Foreign) {
            throw new ProblemException(
                    Problem.of(ProblemType.FORBIDDEN)
                            .because("This form takes nothing from pages of that site"),
                    visitor.headers());
        }
        visitor.headers().forEach(routing.response()::putHeader);
    }

    private Response received(StoredForm form) {
        if (wantsJson()) {
            return Answers.created(new ReceivedView("received"));
        }
        String next = form.redirect().orElseGet(() -> places.received(form.id()));
        return Response.status(Response.Status.SEE_OTHER).location(URI.create(next)).build();
    }

    private Response faulty(StoredForm form, Submission posted, FormIntake.Outcome.Faulty faulty) {
        if (posted.json() || wantsJson()) {
            throw FormFault.problem(faulty.faults()).toException();
        }
        return pages.form(form, business(form), posted.phone(), faulty.faults()).toResponse();
    }

    private static ProblemException useless(CaptureAnswer.Refused refused) {
        return Problem.of(ProblemType.REFUSED)
                .because("This form's wording no longer makes a consent; its owner must change it")
                .with("reasons", ReasonView.of(refused.reasons()))
                .toException();
    }

    private String business(StoredForm form) {
        return intake.account(form).account().profile().businessName();
    }

    private FormIntake.Origin origin() {
        RawRequest request = exchange.raw();
        return new FormIntake.Origin(
                exchange.sourceIp(),
                request.header("user-agent").map(text -> cut(text, LONGEST_AGENT)),
                request.header("referer")
                        .or(() -> request.header("origin"))
                        .map(text -> cut(text, LONGEST_PAGE)));
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }

    private boolean wantsJson() {
        String accepted =
                Optional.ofNullable(routing.request().getHeader("Accept"))
                        .orElse("")
                        .toLowerCase(Locale.ROOT);
        return accepted.contains("json") && !accepted.contains("text/html");
    }
}
