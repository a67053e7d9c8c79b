package io.sendgate.local.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.sendgate.account.AccountId;
import io.sendgate.account.AccountState;
import io.sendgate.account.ApiKey;
import io.sendgate.account.PlatformState;
import io.sendgate.aws.CallCounter.Call;
import io.sendgate.aws.DynamoAccounts;
import io.sendgate.aws.Fence;
import io.sendgate.aws.LeasedAccounts;
import io.sendgate.aws.MachineClock;
import io.sendgate.aws.TableName;
import io.sendgate.aws.WebhookSettings;
import io.sendgate.aws.WebhookStore;
import io.sendgate.gate.Accounts.Lease;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

class DynamoAccountsTest {

    private static final TestStore STORE = new TestStore();
    private static final Instant NOW = Entries.NOW;

    private final DynamoAccounts accounts =
            new DynamoAccounts(STORE.client, STORE.tables, STORE.chance);

    @AfterAll
    static void close() {
        STORE.close();
    }

    @Test
    void anAccountsLedgerIsReadBackEntryByEntry() {
        AccountId id = new AccountId("acct_ledger");
        AccountState opened = AccountState.opened(id, Profiles.listing("+18885550123"));
        AccountState keyed = opened.withKeys(List.of(new ApiKey("key_1", "hash", NOW)));

        assertThat(accounts.newest(id)).isEmpty();
        assertThat(accounts.append(opened, "opened", NOW)).isEmpty();
        assertThat(accounts.append(keyed, "key-made", NOW)).isEmpty();

        assertThat(accounts.newest(id)).contains(keyed);
        assertThat(accounts.entry(id, 1)).contains(opened);
        assertThat(accounts.entry(id, 3)).isEmpty();
        assertThat(accounts.accounts()).contains(id);
    }

    @Test
    void whoeverLosesTheNumberIsAnsweredTheWinnersState() {
        AccountId id = new AccountId("acct_race");
        AccountState winner = AccountState.opened(id, Profiles.listing("+18885550123"));
        accounts.append(winner, "opened", NOW);

        assertThat(accounts.append(AccountState.opened(id, Profiles.listing()), "opened", NOW))
                .contains(winner);
        assertThat(accounts.newest(id)).contains(winner);
    }

    @Test
    void aPlatformWithoutEntriesIsNewAndIsAppendedToLikeAnAccount() {
        assertThat(accounts.platform()).isEqualTo(PlatformState.NEW);
        PlatformState blocking =
                new PlatformState(
                        1, List.of(), Set.of("04AB3DEFGH5JKMNPQRSTVWXY"), true, Map.of(), Map.of());

        assertThat(accounts.append(blocking, "blocked", NOW)).isEmpty();

        assertThat(accounts.platform()).isEqualTo(blocking);
        assertThat(accounts.platform(0)).contains(PlatformState.NEW);
        assertThat(accounts.platform(1)).contains(blocking);
        assertThat(accounts.accounts()).doesNotContain(new AccountId("acct_platform"));
    }

    @Test
    void coldFactsOfARootAreTwoStrongReadsAndWarmOnesNone() {
        AccountId id = new AccountId("acct_warm");
        accounts.append(AccountState.opened(id, Profiles.listing()), "opened", NOW);
        LeasedAccounts leased = leased(Duration.ofMinutes(1));
        STORE.calls.reset();

        leased.facts(id);
        leased.facts(id);

        Optional<String> table = Optional.of(STORE.tables.name(TableName.ACCOUNTS));
        assertThat(STORE.calls.calls())
                .hasSize(2)
                .containsOnly(new Call(table, "Query", true, false));
    }

    @Test
    void behindTheFenceNoLeaseHoldsOnTheFactsOfBefore() {
        AccountId id = new AccountId("acct_fence");
        AccountState opened = AccountState.opened(id, Profiles.listing());
        accounts.append(opened, "opened", NOW);
        Duration term = Duration.ofMillis(100);
        LeasedAccounts leased = leased(term);
        Lease before = leased.facts(id).orElseThrow();

        accounts.append(opened.withBlockedEndUsers(Set.of("user_7")), "end-user-blocked", NOW);
        new Fence(term, new MachineClock()).await();

        assertThat(before.holds()).isFalse();
        assertThat(leased.facts(id).orElseThrow().facts().blocks("user_7")).isTrue();
    }

    @Test
    void webhookSettingsAreReadBackAndTheirSecretsAreNotInTheClear() {
        AccountId id = new AccountId("acct_hooks");
        WebhookStore webhooks = new WebhookStore(STORE.client, STORE.tables, STORE.vault);
        WebhookSettings settings =
                new WebhookSettings(
                        "https://ada.example/hooks",
                        List.of("current", "previous"),
                        Optional.of("token"));

        webhooks.put(id, "meta", settings);

        assertThat(webhooks.find(id, "meta")).contains(settings);
        assertThat(webhooks.find(id, "twilio")).isEmpty();
        assertThat(webhooks.find(new AccountId("acct_other"), "meta")).isEmpty();
        assertThat(settings).hasToString("WebhookSettings[https://ada.example/hooks, 2 secrets]");
        assertThat(STORE.items(TableName.ACCOUNTS).toString())
                .doesNotContain("current", "previous", "token=");
    }

    private LeasedAccounts leased(Duration term) {
        return new LeasedAccounts(accounts, term, new MachineClock(), InstantSource.system());
    }
}
