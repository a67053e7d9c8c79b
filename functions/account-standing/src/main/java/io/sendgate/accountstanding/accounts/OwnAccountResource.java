package io.sendgate.accountstanding.accounts;

import io.sendgate.rest.answer.Answers;
import io.sendgate.rest.auth.Callers;
import io.sendgate.rest.auth.NeedsAccount;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/// The account that asks: `/account`.
@Path("/account")
@NeedsAccount
public class OwnAccountResource {

    private final Callers callers;

    /// The resource; it needs to know who asks and nothing else.
    public OwnAccountResource(Callers callers) {
        this.callers = callers;
    }

    /// Shows an account to itself.
    @GET
    public Response get() {
        return Answers.ok(AccountView.of(callers.account().facts()));
    }
}
