package io.sendgate.accountstanding.policies;

import io.sendgate.account.PlatformState.Published;
import io.sendgate.accountstanding.Lists;
import io.sendgate.aws.AccountStore;
import io.sendgate.aws.DecisionScan;
import io.sendgate.gate.FactsUnavailable;
import io.sendgate.rest.answer.Answers;
import io.sendgate.rest.answer.Paging;
import io.sendgate.rest.auth.NeedsAnyKey;
import io.sendgate.rest.auth.NeedsOperator;
import io.sendgate.rest.dto.ReplayDto;
import io.sendgate.rest.problem.Problem;
import io.sendgate.rest.web.Exchange;
import io.sendgate.wire.policy.PolicyView;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/// The policies: `/policies`.
@Path("/policies")
public class PoliciesResource {

    private static final String LIST = "policies";

    private final Exchange exchange;
    private final ReadPolicies policies;
    private final PublishPolicy publishPolicy;
    private final PolicyDesk desk;
    private final ReplayPolicy replayPolicy;
    private final AccountStore accounts;

    /// The resource over its use cases.
    public PoliciesResource(
            Exchange exchange,
            ReadPolicies policies,
            PublishPolicy publishPolicy,
            PolicyDesk desk,
            ReplayPolicy replayPolicy,
            AccountStore accounts) {
        this.exchange = exchange;
        this.policies = policies;
        this.publishPolicy = publishPolicy;
        this.desk = desk;
        this.accounts = accounts;
        this.replayPolicy = replayPolicy;
    }

    /// Publishes a version, 201; the same document again answers the same.
    @POST
    @NeedsOperator
    public Response publish() {
        Published version = publishPolicy.publish(exchange.json(), exchange.idempotencyKey());
        return Answers.created(
                policies.find(version.id(), version.version())
                        .orElseThrow(() -> new FactsUnavailable("a published policy is missing")));
    }

    /// Lists the policies an account can be under.
    @GET
    @NeedsAnyKey
    public Response list(
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after) {
        Paging paging = Paging.parse(LIST, limit, after);
        return Answers.ok(Lists.page(LIST, policies.list(), PolicyView.Line::id, paging));
    }

    /// Shows one policy with every clause.
    ///
    /// @param version a version's name; the one in force where none is given
    @GET
    @Path("/{id}")
    @NeedsAnyKey
    public Response get(
            @PathParam("id") String id, @QueryParam("version") @Nullable String version) {
        return Answers.ok(
                Optional.ofNullable(version)
                        .map(name -> policies.find(id, name))
                        .orElseGet(() -> policies.find(id))
                        .orElseThrow(Problem.NOT_FOUND::toException));
    }

    /// Decides recorded requests again under another version.
    ///
    /// @param after the next of an earlier answer; the body may name it too
    @POST
    @Path("/{id}/replay")
    @NeedsOperator
    public Response replay(
            @PathParam("id") String id, @QueryParam("after") @Nullable String after) {
        ReplayDto wanted = exchange.body("replay", ReplayDto.class).value();
        return Answers.ok(
                ReplayView.of(
                        replayPolicy.replay(
                                new DecisionScan.Search(
                                        wanted.from(), wanted.to(), wanted.accountId()),
                                desk.candidate(id, wanted.candidate(), accounts.platform()),
                                Optional.ofNullable(after)
                                        .or(() -> Optional.ofNullable(wanted.after()))
                                        .map(ReplayView::position))));
    }
}
