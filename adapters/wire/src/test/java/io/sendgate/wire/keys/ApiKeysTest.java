package io.sendgate.wire.keys;

import static org.assertj.core.api.Assertions.assertThat;

import io.sendgate.account.AccountId;

import org.junit.jupiter.api.Test;

import java.util.List;

final class ApiKeysTest {
    private final ApiKeys keys = new ApiKeys(Secrets.RANDOM);

    @Test
    void aKeyNamesItsAccountWhateverTheAccountsLength() {
        for (String name : List.of("a", "ada", "0", "a".repeat(40))) {
            AccountId account = new AccountId("acct_" + name);
            String key = keys.mint(account);

            assertThat(key).startsWith("sgk_" + name + "_");
            assertThat(ApiKeys.accountOf(key)).contains(account);
        }
    }

    @Test
    void everyChangedCharacterMakesRubbishOfAKey() {
        String key = keys.mint(new AccountId("acct_ada"));
        for (int i = 0; i < key.length(); i++) {
            char other = key.charAt(i) == '7' ? '8' : '7';

            assertThat(ApiKeys.accountOf(key.substring(0, i) + other + key.substring(i + 1)))
                    .as("place %d", i)
                    .isEmpty();
        }
    }

    @Test
    void whatIsNoKeyIsRefusedWithoutARead() {
        String key = keys.mint(new AccountId("acct_ada"));
        for (String rubbish :
                List.of(
                        "",
                        "sgk_",
                        "sgk_local_operator",
                        key + "0",
                        key.substring(1),
                        key.substring(0, key.length() - 1),
                        key.replace("_", ""),
                        "é".repeat(80),
                        "_".repeat(80))) {
            assertThat(ApiKeys.accountOf(rubbish)).as(rubbish).isEmpty();
        }
    }

    @Test
    void aKeyMatchesItsOwnHashOnly() {
        String key = keys.mint(new AccountId("acct_ada"));
        String other = keys.mint(new AccountId("acct_ada"));

        assertThat(ApiKeys.hash(key)).hasSize(43);
        assertThat(ApiKeys.matches(key, ApiKeys.hash(key))).isTrue();
        assertThat(ApiKeys.matches(other, ApiKeys.hash(key))).isFalse();
    }
}
