package io.sendgate.local.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sendgate.account.PlatformState;
import io.sendgate.aws.DynamoAccounts;
import io.sendgate.aws.KeyCheck;
import io.sendgate.wire.keys.MasterKey;
import io.sendgate.wire.keys.Masters;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Set;

class KeyCheckTest {

    private final TestStore store = new TestStore();
    private final DynamoAccounts accounts =
            new DynamoAccounts(store.client, store.tables, store.chance);
    private final Masters ours = Masters.generate(new SecureRandom());
    private final Masters others = Masters.generate(new SecureRandom());

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aStoreIsBoundToItsFirstKeysForGood() {
        KeyCheck check = new KeyCheck(accounts, ours);
        KeyCheck wrong = new KeyCheck(accounts, others);
        assertThatCode(wrong::verify).doesNotThrowAnyException();

        check.bind(Entries.NOW);
        check.bind(Entries.NOW);

        assertThat(accounts.platform().entry()).isEqualTo(1);
        assertThatCode(check::verify).doesNotThrowAnyException();
        assertThatThrownBy(wrong::verify).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> wrong.bind(Entries.NOW)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void bindingKeepsWhatThePlatformHolds() {
        PlatformState closed =
                new PlatformState(1, List.of(), Set.of(), true, Map.of(), Map.of("flag", "1"));
        accounts.append(closed, "closed", Entries.NOW);

        new KeyCheck(accounts, ours).bind(Entries.NOW);

        assertThat(accounts.platform().sendsClosed()).isTrue();
        assertThat(accounts.platform().extra()).containsEntry("flag", "1").containsKey("keys");
    }

    @Test
    void aFurtherKeyIsBoundAndFromThenOnNeeded() {
        Masters more = with(MasterKey.generate(2, new SecureRandom()));
        new KeyCheck(accounts, ours).bind(Entries.NOW);
        assertThatCode(new KeyCheck(accounts, more)::verify).doesNotThrowAnyException();

        new KeyCheck(accounts, more).bind(Entries.NOW);

        assertThatCode(new KeyCheck(accounts, more)::verify).doesNotThrowAnyException();
        assertThatThrownBy(new KeyCheck(accounts, ours)::verify)
                .isInstanceOf(IllegalStateException.class);
        Masters wrong = with(MasterKey.generate(2, new SecureRandom()));
        assertThatThrownBy(() -> new KeyCheck(accounts, wrong).bind(Entries.NOW))
                .isInstanceOf(IllegalStateException.class);
    }

    private Masters with(MasterKey next) {
        return new Masters(next, ours.sealing(), List.of(ours.tagging()), List.of());
    }
}
