package io.sendgate.rest.auth;

import io.sendgate.account.AccountFacts;
import io.sendgate.account.AccountId;
import io.sendgate.gate.Accounts;
import io.sendgate.rest.problem.Problem;
import io.sendgate.rest.problem.ProblemException;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/// Who is asking, once the doorkeeper has let them in.
@RequestScoped
public class Callers {

    private final Keys keys;
    private @Nullable Caller caller;

    /// Nobody yet.
    @Inject
    public Callers(Keys keys) {
        this.keys = keys;
    }

    void admit(Caller admitted) {
        this.caller = admitted;
    }

    /// Whoever asks.
    ///
    /// @throws ProblemException 401 on a path that takes no key
    public Caller caller() {
        if (caller == null) {
            throw Keys.unauthorized();
        }
        return caller;
    }

    /// The account whose key a request shows on a path that takes none; empty without a key, and
    /// with one that is none.
    ///
    /// @param authorization every value of the header `Authorization`
    public Optional<AccountId> shown(List<String> authorization) {
        try {
            return keys.caller(authorization, List.of()) instanceof AccountCaller account
                    ? Optional.of(account.id())
                    : Optional.empty();
        } catch (ProblemException noKey) {
            return Optional.empty();
        }
    }

    /// The account that asks.
    ///
    /// @throws ProblemException 401 where it is not an account
    public AccountCaller account() {
        return switch (caller()) {
            case AccountCaller account -> account;
            case OperatorCaller operator -> throw Keys.unauthorized();
        };
    }

    /// The facts of the account that a path names, for whoever may see it.
    ///
    /// @param id as the path has it, well formed or not
    /// @throws ProblemException 404 for another's account, one there is not, and one there cannot
    /// be
    public AccountFacts account(String id) {
        AccountId wanted = AccountId.parse(id).orElseThrow(Problem.NOT_FOUND::toException);
        return lease(wanted).facts();
    }

    /// As [#account(String)], with the lease.
    ///
    /// @throws ProblemException 404 as above
    public Accounts.Lease lease(AccountId wanted) {
        return switch (caller()) {
            case AccountCaller account when account.mayActFor(wanted) -> account.lease();
            case AccountCaller account -> throw Problem.NOT_FOUND.toException();
            case OperatorCaller operator -> keys.lease(wanted);
        };
    }

    /// Lets a thing of `owner` through only to whoever may see it.
    ///
    /// @throws ProblemException 404 for everybody else, the same as for what is not there
    public void require(AccountId owner) {
        if (!caller().mayActFor(owner)) {
            throw Problem.NOT_FOUND.toException();
        }
    }
}
