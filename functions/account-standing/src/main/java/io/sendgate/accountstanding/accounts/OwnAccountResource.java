package io.sendgate.accountstanding.accounts;

import io.sendgate.rest.answer.Answers;
import io.sendgate.rest.auth.Callers;
import io.sendgate.rest.auth.NeedsAccount;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import java.time.InstantSource;

/// The account that asks: `/account`.
@Path("/account")
@NeedsAccount
public class OwnAccountResource {

    private final Callers callers;
    private final InstantSource clock;

    /// The resource; it needs to know who asks, and when.
    public OwnAccountResource(Callers callers, InstantSource clock) {
        this.callers = callers;
        this.clock = clock;
    }

    /// Shows an account to itself.
    @GET
    public Response get() {
        return Answers.ok(AccountView.of(callers.account().facts(), clock.instant()));
    }
}
