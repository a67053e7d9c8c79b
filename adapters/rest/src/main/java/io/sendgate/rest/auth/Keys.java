package io.sendgate.rest.auth;

import io.sendgate.account.AccountId;
import io.sendgate.account.ApiKey;
import io.sendgate.aws.OperatorKey;
import io.sendgate.gate.Accounts;
import io.sendgate.rest.problem.Problem;
import io.sendgate.rest.problem.ProblemException;
import io.sendgate.rest.problem.ProblemType;
import io.sendgate.wire.keys.ApiKeys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Tells who holds a key.
@ApplicationScoped
public class Keys {

    private static final String SCHEME = "Bearer ";

    private final Accounts accounts;
    private final OperatorKey operatorKey;

    /// Keys of these accounts, and the operator's.
    @Inject
    public Keys(Accounts accounts, OperatorKey operatorKey) {
        this.accounts = accounts;
        this.operatorKey = operatorKey;
    }

    /// Who asks.
    ///
    /// @param authorization every value of the header `Authorization`
    /// @param onBehalfOf every value of the header `Sendgate-Account`
    /// @throws ProblemException 401 without a key or with one that is none; 404 for an account that
    ///     is not of the key's family
    Caller caller(List<String> authorization, List<String> onBehalfOf) {
        String key = bearer(authorization).orElseThrow(Keys::unauthorized);
        if (operatorKey.matches(key)) {
            return new OperatorCaller();
        }
        AccountId owner = ApiKeys.accountOf(key).orElseThrow(Keys::unauthorized);
        Accounts.Lease own = accounts.facts(owner).orElseThrow(Keys::unauthorized);
        ApiKey live = own.facts().account().key(ApiKeys.hash(key)).orElseThrow(Keys::unauthorized);
        return new AccountCaller(actingFor(own, onBehalfOf), owner, live.id());
    }

    /// The facts of an account, for whoever may see them.
    ///
    /// @throws ProblemException 404 where there is no such account
    Accounts.Lease lease(AccountId account) {
        return accounts.facts(account).orElseThrow(Keys::notFound);
    }

    /// The refusal of whoever has no key, or not one that this path takes.
    static ProblemException unauthorized() {
        return new ProblemException(
                Problem.of(ProblemType.UNAUTHORIZED), Map.of("WWW-Authenticate", "Bearer"));
    }

    private Accounts.Lease actingFor(Accounts.Lease own, List<String> onBehalfOf) {
        if (onBehalfOf.isEmpty()) {
            return own;
        }
        AccountId owner = own.facts().account().id();
        AccountId wanted =
                Optional.of(onBehalfOf)
                        .filter(values -> values.size() == 1)
                        .flatMap(values -> AccountId.parse(values.getFirst().strip()))
                        .orElseThrow(Keys::notFound);
        if (wanted.equals(owner)) {
            return own;
        }
        return accounts.facts(wanted)
                .filter(sub -> sub.facts().account().root().equals(owner))
                .orElseThrow(Keys::notFound);
    }

    private static ProblemException notFound() {
        return Problem.NOT_FOUND.toException();
    }

    private static Optional<String> bearer(List<String> authorization) {
        return Optional.of(authorization)
                .filter(values -> values.size() == 1)
                .map(List::getFirst)
                .filter(value -> value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(value -> value.substring(SCHEME.length()).strip())
                .filter(key -> !key.isEmpty());
    }
}
