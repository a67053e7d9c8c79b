package io.sendgate.accountstanding.accounts;

import io.sendgate.account.AccountId;
import io.sendgate.account.AccountState;
import io.sendgate.account.ApiKey;
import io.sendgate.aws.AccountStore;
import io.sendgate.aws.UsageCounters;
import io.sendgate.rest.problem.Problem;
import io.sendgate.rest.problem.ProblemException;

import jakarta.inject.Singleton;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Shows which keys an account has; never the keys themselves.
@Singleton
public class ListKeys {

    private static final Comparator<ApiKey> OLDEST_FIRST =
            Comparator.comparing(ApiKey::created).thenComparing(ApiKey::id);

    private final AccountStore store;
    private final UsageCounters usage;

    /// The use case over its ports.
    public ListKeys(AccountStore store, UsageCounters usage) {
        this.store = store;
        this.usage = usage;
    }

    /// A key as it is listed.
    ///
    /// @param lastUsed to the hour, by the machine's clock; empty where it has not been used yet
    public record KeyView(String id, Instant created, Optional<Instant> lastUsed) {

        /// Its place in the list: ascending as text.
        public String position() {
            return String.format("%019d/%s", created.toEpochMilli(), id);
        }
    }

    /// The live keys of an account, oldest first.
    ///
    /// @throws ProblemException 404 where there is no such account
    public List<KeyView> list(AccountId account) {
        AccountState state = store.newest(account).orElseThrow(Problem.NOT_FOUND::toException);
        Map<String, Instant> used = usage.lastUsed(account);
        return state.keys().stream()
                .sorted(OLDEST_FIRST)
                .map(key -> view(key, Optional.ofNullable(used.get(key.id()))))
                .toList();
    }

    private static KeyView view(ApiKey key, Optional<Instant> lastUsed) {
        return new KeyView(key.id(), key.created(), lastUsed);
    }
}
