package io.sendgate.accountstanding.policies;

import io.sendgate.accountstanding.Lists;
import io.sendgate.rest.answer.Answers;
import io.sendgate.rest.answer.Paging;
import io.sendgate.rest.auth.NeedsAnyKey;
import io.sendgate.rest.problem.Problem;
import io.sendgate.wire.policy.PolicyView;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import org.jspecify.annotations.Nullable;

/// The policies: `/policies`.
@Path("/policies")
@NeedsAnyKey
public class PoliciesResource {

    private static final String LIST = "policies";

    private final ReadPolicies policies;

    /// The resource over its use case.
    public PoliciesResource(ReadPolicies policies) {
        this.policies = policies;
    }

    /// Lists the policies an account can be under.
    @GET
    public Response list(
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after) {
        Paging paging = Paging.parse(LIST, limit, after);
        return Answers.ok(Lists.page(LIST, policies.list(), PolicyView.Line::id, paging));
    }

    /// Shows one policy with every clause.
    @GET
    @Path("/{id}")
    public Response get(@PathParam("id") String id) {
        return Answers.ok(policies.find(id).orElseThrow(Problem.NOT_FOUND::toException));
    }
}
