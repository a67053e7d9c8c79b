package io.sendgate.accountstanding.accounts;

import io.sendgate.account.AccountId;
import io.sendgate.accountstanding.Lists;
import io.sendgate.rest.answer.Answers;
import io.sendgate.rest.answer.Paging;
import io.sendgate.rest.auth.NeedsOperator;
import io.sendgate.rest.problem.Problem;
import io.sendgate.rest.web.Exchange;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import org.jspecify.annotations.Nullable;

/// An account's keys: `/accounts/{id}/keys`.
@Path("/accounts/{id}/keys")
@NeedsOperator
public class KeysResource {

    private static final String LIST = "keys";

    private final Exchange exchange;
    private final IssueKey issueKey;
    private final ListKeys listKeys;
    private final RevokeKey revokeKey;

    /// The resource over its use cases.
    public KeysResource(
            Exchange exchange, IssueKey issueKey, ListKeys listKeys, RevokeKey revokeKey) {
        this.exchange = exchange;
        this.issueKey = issueKey;
        this.listKeys = listKeys;
        this.revokeKey = revokeKey;
    }

    /// Issues a key, 201; a repeat under the same idempotency key answers its id without the key,
    /// 200.
    @POST
    public Response issue(@PathParam("id") String id) {
        IssueKey.Issued issued = issueKey.issue(account(id), exchange.idempotencyKey());
        return issued.key().isPresent() ? Answers.created(issued) : Answers.ok(issued);
    }

    /// Lists the live keys, oldest first.
    @GET
    public Response list(
            @PathParam("id") String id,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after) {
        Paging paging = Paging.parse(LIST, limit, after);
        return Answers.ok(
                Lists.page(LIST, listKeys.list(account(id)), ListKeys.KeyView::position, paging));
    }

    /// Revokes a key.
    @DELETE
    @Path("/{keyId}")
    public Response revoke(@PathParam("id") String id, @PathParam("keyId") String keyId) {
        revokeKey.revoke(account(id), keyId);
        return Answers.noContent();
    }

    private static AccountId account(String id) {
        return AccountId.parse(id).orElseThrow(Problem.NOT_FOUND::toException);
    }
}
