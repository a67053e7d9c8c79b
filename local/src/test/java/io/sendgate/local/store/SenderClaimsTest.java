package io.sendgate.local.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.sendgate.account.AccountId;
import io.sendgate.account.AccountState;
import io.sendgate.aws.DynamoAccounts;
import io.sendgate.aws.SenderClaims;
import io.sendgate.aws.TableName;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

class SenderClaimsTest {

    private static final TestStore STORE = new TestStore();
    private static final AccountId ADA = TestStore.ADA;
    private static final AccountId BRANCH = new AccountId("acct_branch");
    private static final AccountId BOB = TestStore.BOB;

    private final AtomicReference<Instant> now = new AtomicReference<>(Entries.NOW);
    private final InstantSource clock = now::get;
    private final DynamoAccounts accounts =
            new DynamoAccounts(STORE.client, STORE.tables, STORE.chance);
    private final SenderClaims claims =
            new SenderClaims(STORE.client, STORE.tables, accounts, clock);

    @AfterAll
    static void close() {
        STORE.close();
    }

    @Test
    void aSenderThatAnotherFamilyListsIsTheirs() {
        String sender = "+18885550001";
        assertThat(claims.claim(sender, ADA, ADA)).isEmpty();
        list(ADA, sender);
        now.updateAndGet(at -> at.plus(Duration.ofDays(1)));

        assertThat(claims.claim(sender, BOB, BOB)).contains(ADA);
        assertThat(claims.claim(sender, ADA, ADA)).isEmpty();
        assertThat(claims.claim(sender, ADA, BRANCH)).isEmpty();
    }

    @Test
    void aFreshClaimHoldsBeforeItsProfileIsThere() {
        String sender = "+18885550002";
        claims.claim(sender, ADA, ADA);

        assertThat(claims.claim(sender, BOB, BOB)).contains(ADA);

        now.updateAndGet(at -> at.plus(Duration.ofMinutes(2)));
        assertThat(claims.claim(sender, BOB, BOB)).isEmpty();
        assertThat(claims.claim(sender, ADA, ADA)).contains(BOB);
    }

    @Test
    void aReleasedSenderIsFreeAtOnce() {
        String sender = "+18885550003";
        claims.claim(sender, ADA, ADA);

        claims.release(sender, BOB);
        assertThat(claims.claim(sender, BOB, BOB)).contains(ADA);

        claims.release(sender, ADA);
        assertThat(claims.claim(sender, BOB, BOB)).isEmpty();
    }

    @Test
    void aSenderThatASubAccountStillListsStaysTheFamilys() {
        String sender = "+18885550004";
        claims.claim(sender, ADA, ADA);
        claims.claim(sender, ADA, BRANCH);
        accounts.append(
                AccountState.opened(BRANCH, Profiles.under(ADA, sender)), "opened", Entries.NOW);

        claims.release(sender, ADA);

        assertThat(claims.claim(sender, BOB, BOB)).contains(ADA);
    }

    @Test
    void claimsNameNoSenderInTheClear() {
        claims.claim("+18885550005", ADA, ADA);

        assertThat(STORE.items(TableName.ACCOUNTS).toString()).doesNotContain("8885550005");
    }

    private void list(AccountId id, String sender) {
        Optional<AccountState> newest = accounts.newest(id);
        AccountState next =
                newest.map(state -> state.with(Profiles.listing(sender)))
                        .orElseGet(() -> AccountState.opened(id, Profiles.listing(sender)));
        assertThat(List.of(accounts.append(next, "put", Entries.NOW)))
                .containsOnly(Optional.empty());
    }
}
