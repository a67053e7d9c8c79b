package io.sendgate.accountstanding.accounts;

import io.sendgate.account.AccountId;
import io.sendgate.account.AccountState;
import io.sendgate.rest.problem.Problem;
import io.sendgate.rest.problem.ProblemException;
import io.sendgate.rest.problem.ProblemType;

import jakarta.inject.Singleton;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Blocks one of an account's own users, or lets them send again.
@Singleton
public class BlockEndUser {

    /// The most end users an account may have blocked.
    public static final int MOST_BLOCKED = 1_000;

    private static final int LONGEST_ID = 64;

    private final AccountLoop loop;

    /// The use case over the loop.
    public BlockEndUser(AccountLoop loop) {
        this.loop = loop;
    }

    /// What is put of an end user.
    ///
    /// @param id the account's own name for them, 1 to 64 characters
    /// @param by the account and id of the caller's key
    public record EndUser(String id, boolean blocked, Optional<String> reason, String by) {

        /// Refuses an id that no request could name.
        ///
        /// @throws ProblemException 400 where it is too long, blank, or no text
        public EndUser {
            if (id.isBlank()
                    || id.codePointCount(0, id.length()) > LONGEST_ID
                    || id.chars().anyMatch(Character::isISOControl)) {
                throw Problem.invalidParameter("id", "must have 1 to " + LONGEST_ID + " characters")
                        .toException();
            }
        }

        private AccountChange change() {
            return new AccountChange(
                    blocked ? "end-user-blocked" : "end-user-active", Optional.of(id), by, reason);
        }
    }

    /// Puts the state of an end user; once this has answered, every copy obeys it.
    ///
    /// @throws ProblemException 409 where a thousand are blocked already
    public void put(AccountId account, EndUser user) {
        loop.<Boolean>run(
                account,
                newest ->
                        newest.map(state -> plan(state, user))
                                .orElseThrow(Problem.NOT_FOUND::toException));
    }

    private static AccountPlan<Boolean> plan(AccountState account, EndUser user) {
        Set<String> blocked = new HashSet<>(account.blockedEndUsers());
        boolean changes = user.blocked() ? blocked.add(user.id()) : blocked.remove(user.id());
        if (!changes) {
            return new AccountPlan.Confirm<>(false);
        }
        if (blocked.size() > MOST_BLOCKED) {
            throw Problem.of(ProblemType.CONFLICT)
                    .because("At most " + MOST_BLOCKED + " end users can be blocked")
                    .toException();
        }
        return new AccountPlan.Append<>(account.withBlockedEndUsers(blocked), user.change(), true);
    }
}
