package io.sendgate.standing;

import io.sendgate.contact.Term;
import io.sendgate.message.MessageClass;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// An action that a policy provides for, and how far it may go.
///
/// @param clause the clause that provides for it
/// @param scopes the classes of messages that it can be limited to; empty where it never is
/// @param usualScope what it covers where nothing is said; empty for everything
/// @param isStrike whether it counts as a finding against the account
/// @param forfeitsFees whether the account loses the fees it has paid ahead
public record Rung(
        Action action,
        String clause,
        Ending ending,
        Set<MessageClass> scopes,
        Set<MessageClass> usualScope,
        boolean isStrike,
        boolean forfeitsFees) {

    /// Copies the sets, so that a rung never changes.
    public Rung {
        scopes = Set.copyOf(scopes);
        usualScope = Set.copyOf(usualScope);
    }

    /// Whether an action ends by itself.
    public enum Ending implements Term {
        /// It never does.
        NEVER,
        /// It may.
        OPTIONAL,
        /// It must.
        REQUIRED
    }

    /// What is wrong with an end, if anything is.
    ///
    /// @param now when the action begins; its end is later
    Optional<Refusal> refusalOf(Optional<Instant> until, Instant now) {
        if (until.isPresent() && ending == Ending.NEVER) {
            return Optional.of(Refusal.END_NOT_TAKEN);
        }
        if (until.isEmpty() && ending == Ending.REQUIRED) {
            return Optional.of(Refusal.END_NEEDED);
        }
        return until.filter(end -> !end.isAfter(now)).map(end -> Refusal.END_PASSED);
    }

    /// Whether it can be limited to these classes.
    boolean takes(Set<MessageClass> scope) {
        return scopes.containsAll(scope);
    }

    /// What it covers where `scope` was asked for; empty for everything.
    Set<MessageClass> covered(Set<MessageClass> scope) {
        return scope.isEmpty() ? usualScope : scope;
    }
}
