package io.sendgate.accountstanding.accounts;

import io.sendgate.account.AccountId;
import io.sendgate.account.AccountProfile;
import io.sendgate.rest.answer.Answers;
import io.sendgate.rest.auth.Callers;
import io.sendgate.rest.auth.NeedsAnyKey;
import io.sendgate.rest.auth.NeedsOperator;
import io.sendgate.rest.dto.AccountDto;
import io.sendgate.rest.dto.NumberReader;
import io.sendgate.rest.problem.Problem;
import io.sendgate.rest.web.Exchange;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import java.time.InstantSource;

/// Accounts: `/accounts/{id}`.
@Path("/accounts/{id}")
public class AccountsResource {

    private final Exchange exchange;
    private final Callers callers;
    private final NumberReader numbers;
    private final PutAccount putAccount;
    private final InstantSource clock;

    /// The resource over its use case.
    public AccountsResource(
            Exchange exchange,
            Callers callers,
            NumberReader numbers,
            PutAccount putAccount,
            InstantSource clock) {
        this.exchange = exchange;
        this.callers = callers;
        this.numbers = numbers;
        this.putAccount = putAccount;
        this.clock = clock;
    }

    /// Creates an account, 201, or replaces its document, 200.
    @PUT
    @NeedsOperator
    public Response put(@PathParam("id") String id) {
        AccountId account =
                AccountId.parse(id)
                        .orElseThrow(
                                () ->
                                        Problem.invalidParameter(
                                                        "id",
                                                        "must be acct_ and 1 to 40 of a-z and 0-9")
                                                .toException());
        AccountProfile profile =
                exchange.body("account", AccountDto.class).value().toProfile(numbers);
        PutAccount.Put put = putAccount.put(account, profile);
        AccountView view = AccountView.of(put.state(), put.standing());
        return put.created() ? Answers.created(view) : Answers.ok(view);
    }

    /// Shows an account to the operator and to whoever acts for it.
    @GET
    @NeedsAnyKey
    public Response get(@PathParam("id") String id) {
        return Answers.ok(AccountView.of(callers.account(id), clock.instant()));
    }
}
