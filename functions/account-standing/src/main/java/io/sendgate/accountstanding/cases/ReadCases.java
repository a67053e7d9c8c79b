package io.sendgate.accountstanding.cases;

import io.sendgate.account.AccountId;
import io.sendgate.aws.CaseStore;
import io.sendgate.aws.StoredCase;
import io.sendgate.standing.CaseState;

import jakarta.inject.Singleton;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Finds cases, newest first.
@Singleton
public class ReadCases {

    private final CaseStore store;

    /// Over the store.
    public ReadCases(CaseStore store) {
        this.store = store;
    }

    /// The case of that id.
    Optional<StoredCase> find(String id) {
        return store.find(id);
    }

    /// Cases, at most one more than `limit`, so that the caller can tell whether there is more.
    ///
    /// @param before only those whose id comes before
    List<StoredCase> list(
            Optional<AccountId> account,
            Optional<CaseState> state,
            Optional<String> before,
            int limit) {
        if (account.isPresent()) {
            return store.ofAccount(account.get(), state, before, limit + 1);
        }
        return Arrays.stream(CaseState.values())
                .filter(one -> state.map(one::equals).orElse(true))
                .flatMap(one -> store.inState(one, before, limit + 1).stream())
                .sorted(Comparator.comparing(StoredCase::id).reversed())
                .limit(limit + 1L)
                .toList();
    }
}
