package io.sendgate.accountstanding.accounts;

import io.sendgate.account.AccountId;
import io.sendgate.account.AccountState;
import io.sendgate.account.ApiKey;
import io.sendgate.gate.Vault;
import io.sendgate.rest.problem.Problem;
import io.sendgate.rest.problem.ProblemException;
import io.sendgate.rest.problem.ProblemType;
import io.sendgate.wire.keys.ApiKeys;
import io.sendgate.wire.keys.PlainIds;

import jakarta.inject.Singleton;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Gives an account a key.
///
/// The key is answered once and kept as a hash. With an idempotency key its id follows from that,
/// so that a repeat finds it and makes no second one; but what is not kept cannot be shown again,
/// so the repeat answers the id alone. Whoever has missed the first answer revokes that key and
/// asks again under another idempotency key.
@Singleton
public class IssueKey {

    /// The most keys an account may have at a time.
    public static final int MOST_KEYS = 20;

    private static final String PREFIX = "key_";

    private final AccountLoop loop;
    private final ApiKeys keys;
    private final PlainIds ids;
    private final Vault vault;
    private final InstantSource clock;

    /// The use case over its ports.
    ///
    /// @param clock business time
    public IssueKey(
            AccountLoop loop, ApiKeys keys, PlainIds ids, Vault vault, InstantSource clock) {
        this.loop = loop;
        this.keys = keys;
        this.ids = ids;
        this.vault = vault;
        this.clock = clock;
    }

    /// A key as it is answered.
    ///
    /// @param id its public name
    /// @param key the key itself; empty on a repeat, which cannot show it
    public record Issued(String id, Optional<String> key) {

        /// Never shows the key.
        @Override
        public String toString() {
            return "Issued[" + id + "]";
        }
    }

    /// Issues a key, or finds the one that this idempotency key has issued.
    ///
    /// @throws ProblemException 404 where there is no such account; 409 where it has its twenty
    ///     keys
    public Issued issue(AccountId account, Optional<String> idempotencyKey) {
        Instant now = clock.instant();
        String secret = keys.mint(account);
        String id =
                idempotencyKey
                        .map(text -> PREFIX + vault.hash(account, "key/" + text))
                        .orElseGet(() -> ids.next(PREFIX, now));
        ApiKey kept = new ApiKey(id, ApiKeys.hash(secret), now);
        return loop.run(
                account,
                newest -> plan(newest.orElseThrow(Problem.NOT_FOUND::toException), kept, secret));
    }

    private static AccountPlan<Issued> plan(AccountState account, ApiKey key, String secret) {
        List<ApiKey> live = account.keys();
        if (live.stream().anyMatch(one -> one.id().equals(key.id()))) {
            return new AccountPlan.Keep<>(new Issued(key.id(), Optional.empty()));
        }
        if (live.size() >= MOST_KEYS) {
            throw Problem.of(ProblemType.CONFLICT)
                    .because("An account has at most " + MOST_KEYS + " keys; revoke one first")
                    .toException();
        }
        return new AccountPlan.Append<>(
                account.withKeys(Stream.concat(live.stream(), Stream.of(key)).toList()),
                AccountChange.byOperator("key-issued", Optional.of(key.id())),
                new Issued(key.id(), Optional.of(secret)));
    }
}
