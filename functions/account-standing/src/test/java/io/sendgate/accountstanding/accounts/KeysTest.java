package io.sendgate.accountstanding.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.sendgate.account.ApiKey;
import io.sendgate.aws.UsageCounters;
import io.sendgate.rest.problem.ProblemException;
import io.sendgate.wire.keys.ApiKeys;
import io.sendgate.wire.keys.MasterVault;
import io.sendgate.wire.keys.Masters;
import io.sendgate.wire.keys.PlainIds;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class KeysTest {

    private static final Optional<String> REQUEST = Optional.of("request-1");

    private final SecureRandom random = new SecureRandom();
    private final Bench bench = new Bench();
    private final IssueKey issueKey =
            new IssueKey(
                    bench.loop,
                    new ApiKeys(random),
                    new PlainIds(random),
                    new MasterVault(Masters.generate(random), random),
                    InstantSource.fixed(Bench.NOW));
    private final RevokeKey revokeKey = new RevokeKey(bench.loop);

    @BeforeEach
    void adaIsThere() {
        bench.put(Bench.ADA, Bench.PLAIN);
        bench.journal.clear();
    }

    @Test
    void aKeyIsAnsweredOnceAndKeptAsAHash() {
        IssueKey.Issued issued = issueKey.issue(Bench.ADA, Optional.empty());

        String secret = issued.key().orElseThrow();
        ApiKey kept = bench.newest(Bench.ADA).keys().getFirst();
        assertThat(kept).isEqualTo(new ApiKey(issued.id(), ApiKeys.hash(secret), Bench.NOW));
        assertThat(ApiKeys.accountOf(secret)).contains(Bench.ADA);
        assertThat(issued.toString()).doesNotContain(secret);
        assertThat(bench.store.changes()).noneMatch(change -> change.contains(secret));
    }

    @Test
    void aNewKeyIsKnownEverywhereOnceItIsAnswered() {
        issueKey.issue(Bench.ADA, Optional.empty());

        assertThat(bench.journal).containsExactly("append", "wait");
    }

    @Test
    void theSameIdempotencyKeyIssuesOneKeyAndShowsItOnce() {
        IssueKey.Issued first = issueKey.issue(Bench.ADA, REQUEST);
        IssueKey.Issued repeat = issueKey.issue(Bench.ADA, REQUEST);

        assertThat(repeat).isEqualTo(new IssueKey.Issued(first.id(), Optional.empty()));
        assertThat(bench.newest(Bench.ADA).keys()).hasSize(1);
    }

    @Test
    void anIdempotencyKeyIsTheAccountsOwn() {
        bench.put(Bench.BOB, Bench.PLAIN);

        IssueKey.Issued ada = issueKey.issue(Bench.ADA, REQUEST);
        IssueKey.Issued bob = issueKey.issue(Bench.BOB, REQUEST);

        assertThat(bob.key()).isPresent();
        assertThat(bob.id()).isNotEqualTo(ada.id());
    }

    @Test
    void aRepeatAfterARevocationNeverBringsTheOldKeyBack() {
        IssueKey.Issued first = issueKey.issue(Bench.ADA, REQUEST);
        revokeKey.revoke(Bench.ADA, first.id());

        IssueKey.Issued next = issueKey.issue(Bench.ADA, REQUEST);

        assertThat(next.key()).isPresent().isNotEqualTo(first.key());
    }

    @Test
    void anAccountHasAtMostTwentyKeys() {
        for (int i = 0; i < IssueKey.MOST_KEYS; i++) {
            issueKey.issue(Bench.ADA, Optional.empty());
        }

        assertThat(status(() -> issueKey.issue(Bench.ADA, Optional.empty()))).isEqualTo(409);
        assertThat(bench.newest(Bench.ADA).keys()).hasSize(IssueKey.MOST_KEYS);
    }

    @Test
    void anAccountThatIsNotThereGetsNoKey() {
        assertThat(status(() -> issueKey.issue(Bench.BOB, Optional.empty()))).isEqualTo(404);
    }

    @Test
    void aRevokedKeyIsGoneBeforeTheAnswer() {
        String id = issueKey.issue(Bench.ADA, Optional.empty()).id();
        bench.journal.clear();

        revokeKey.revoke(Bench.ADA, id);

        assertThat(bench.newest(Bench.ADA).keys()).isEmpty();
        assertThat(bench.journal).containsExactly("append", "wait");
    }

    @Test
    void twoRevocationsAtOnceTakeBothKeys() {
        String one = issueKey.issue(Bench.ADA, Optional.empty()).id();
        issueKey.issue(Bench.ADA, Optional.empty());
        bench.store.rival(state -> state.withKeys(List.of(state.keys().getFirst())));

        revokeKey.revoke(Bench.ADA, one);

        assertThat(bench.newest(Bench.ADA).keys()).isEmpty();
    }

    @Test
    void anUnknownKeyCannotBeRevoked() {
        assertThat(status(() -> revokeKey.revoke(Bench.ADA, "key_unknown"))).isEqualTo(404);
        assertThat(status(() -> revokeKey.revoke(Bench.BOB, "key_unknown"))).isEqualTo(404);
        assertThat(bench.journal).isEmpty();
    }

    @Test
    void keysAreListedOldestFirstWithTheirLastUse() {
        ApiKey older = new ApiKey("key_b", "hash", Bench.NOW.minusSeconds(60));
        ApiKey newer = new ApiKey("key_a", "hash", Bench.NOW);
        bench.store.rival(state -> state.withKeys(List.of(newer, older)));
        revokeKeyIgnored();
        UsageCounters usage = mock(UsageCounters.class);
        Instant used = Instant.parse("2026-11-22T11:00:00Z");
        when(usage.lastUsed(Bench.ADA)).thenReturn(Map.of("key_a", used));

        assertThat(new ListKeys(bench.store, usage).list(Bench.ADA))
                .containsExactly(
                        new ListKeys.KeyView("key_b", older.created(), Optional.empty()),
                        new ListKeys.KeyView("key_a", newer.created(), Optional.of(used)));
    }

    @Test
    void theListOfAnAccountThatIsNotThereIsNotThere() {
        ListKeys listKeys = new ListKeys(bench.store, mock(UsageCounters.class));

        assertThat(status(() -> listKeys.list(Bench.BOB))).isEqualTo(404);
    }

    private void revokeKeyIgnored() {
        String id = issueKey.issue(Bench.ADA, Optional.empty()).id();
        revokeKey.revoke(Bench.ADA, id);
    }

    private static int status(Runnable call) {
        return catchThrowableOfType(ProblemException.class, call::run).problem().status();
    }
}
