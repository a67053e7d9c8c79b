package io.sendgate.accountstanding.cases;

import io.sendgate.aws.CaseStore;
import io.sendgate.aws.StoredCase;
import io.sendgate.rest.idempotency.Idempotency;

import jakarta.inject.Singleton;

import java.util.Optional;

/// Gives a repeated request the id of the first.
@Singleton
public class Once {

    private static final String PREFIX = "once_";

    private final CaseStore store;

    /// Over the store that binds names.
    public Once(CaseStore store) {
        this.store = store;
    }

    /// The id under which a request is carried out.
    ///
    /// @param isRepeat whether a request with the same key came before
    public record Claim(String id, boolean isRepeat) {}

    /// Claims an id for a request: `fresh`, or the one that the same key has claimed before.
    ///
    /// @param scope who asks for what: the same key in another scope is another key
    /// @throws io.sendgate.rest.problem.ProblemException 422 where the key came with another body
    public Claim claim(String scope, Idempotency request, String fresh) {
        if (request.key().isEmpty()) {
            return new Claim(fresh, false);
        }
        String name = PREFIX + StoredCase.hash(scope + "|" + request.key().get());
        Optional<String> before = store.bind(name, fresh + " " + request.bodyHash());
        if (before.isEmpty()) {
            return new Claim(fresh, false);
        }
        int space = before.get().indexOf(' ');
        if (!before.get().substring(space + 1).equals(request.bodyHash())) {
            throw Idempotency.reused();
        }
        return new Claim(before.get().substring(0, space), true);
    }
}
