package io.sendgate.wire.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sendgate.account.AccountProfile;
import io.sendgate.account.AccountState;
import io.sendgate.account.PlatformState;
import io.sendgate.gate.FactsUnavailable;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

final class AccountCodecTest {
    private final AccountCodec codec = new AccountCodec();

    @Test
    void everyStateIsReadAsItWasWritten() {
        for (long seed = 0; seed < 1000; seed++) {
            Invented invented = new Invented(seed, true);
            AccountState account = invented.a(AccountState.class);
            PlatformState platform = invented.a(PlatformState.class);

            assertThat(codec.readAccount(codec.write(account)))
                    .as("seed %d", seed)
                    .isEqualTo(account);
            assertThat(codec.readPlatform(codec.write(platform)))
                    .as("seed %d", seed)
                    .isEqualTo(platform);
        }
    }

    @Test
    void noPacksAtAllIsNotTheSameAsThePolicysOwn() {
        for (long seed = 0; seed < 200; seed++) {
            AccountState state = new Invented(seed, false).a(AccountState.class);
            AccountProfile read = codec.readAccount(codec.write(state)).profile();

            assertThat(read.packs()).isEqualTo(state.profile().packs());
        }
    }

    @Test
    void aNewPlatformIsReadAsNew() {
        assertThat(codec.readPlatform(codec.write(PlatformState.NEW))).isEqualTo(PlatformState.NEW);
    }

    @Test
    void anOlderVersionCarriesNewerMembersOver() {
        String newer = "{\"format\":1,\"entry\":4,\"quarantine\":{\"since\":12}}";

        PlatformState read = codec.readPlatform(newer);

        assertThat(read.extra()).isEqualTo(Map.of("quarantine", "{\"since\":12}"));
        assertThat(codec.write(read)).isEqualTo(newer);
    }

    @Test
    void aNewerFormatIsRefused() {
        for (String text : List.of("{\"format\":2}", "{}", "null")) {
            assertThatThrownBy(() -> codec.readAccount(text)).isInstanceOf(FactsUnavailable.class);
        }
    }
}
