package io.sendgate.accountstanding.accounts;

import io.sendgate.rest.answer.Answers;
import io.sendgate.rest.auth.AccountCaller;
import io.sendgate.rest.auth.Callers;
import io.sendgate.rest.auth.NeedsAccount;
import io.sendgate.rest.dto.EndUserDto;
import io.sendgate.rest.web.Exchange;

import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import java.util.Optional;

/// An account's own users: `/end-users/{id}`.
@Path("/end-users/{id}")
@NeedsAccount
public class EndUsersResource {

    private final Exchange exchange;
    private final Callers callers;
    private final BlockEndUser blockEndUser;

    /// The resource over its use case.
    public EndUsersResource(Exchange exchange, Callers callers, BlockEndUser blockEndUser) {
        this.exchange = exchange;
        this.callers = callers;
        this.blockEndUser = blockEndUser;
    }

    /// An end user as callers see them.
    ///
    /// @param state `blocked` or `active`
    public record EndUserView(String id, String state) {}

    /// Says whether an end user may send.
    @PUT
    public Response put(@PathParam("id") String id) {
        EndUserDto body = exchange.body("end-user", EndUserDto.class).value();
        AccountCaller caller = callers.account();
        BlockEndUser.EndUser user =
                new BlockEndUser.EndUser(
                        id, body.isBlocked(), Optional.ofNullable(body.reason()), caller.limit());
        blockEndUser.put(caller.id(), user);
        return Answers.ok(new EndUserView(id, body.state()));
    }
}
