package io.sendgate.wire.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sendgate.account.AccountId;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.contact.RecipientTag;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;

final class MasterVaultTest {
    private static final AccountId ADA = new AccountId("acct_ada");
    private static final AccountId BOB = new AccountId("acct_bob");
    private static final PhoneNumber NUMBER = new PhoneNumber("+16505551234");
    private static final PhoneNumber OTHER = new PhoneNumber("+16505551235");

    private final MasterVault vault = new MasterVault(Secrets.masters(1), Secrets.RANDOM);

    @Test
    void aNumberHasOneTagPerRootAndKeyAndAnotherForThePlatform() {
        MasterVault again = new MasterVault(Secrets.masters(1), Secrets.RANDOM);
        MasterVault foreign = new MasterVault(Secrets.masters(8), Secrets.RANDOM);

        assertThat(again.tag(ADA, NUMBER)).isEqualTo(vault.tag(ADA, NUMBER));
        assertThat(again.platformTag(NUMBER)).isEqualTo(vault.platformTag(NUMBER));
        assertThat(
                        Arrays.asList(
                                vault.tag(ADA, NUMBER),
                                vault.tag(ADA, OTHER),
                                vault.tag(BOB, NUMBER),
                                vault.platformTag(NUMBER),
                                foreign.tag(ADA, NUMBER)))
                .doesNotHaveDuplicates();
    }

    @Test
    void aTagIsTheKeyIdAndFourteenBytesOfHmac() {
        byte[] bytes = CrockfordBase32.decode(vault.tag(ADA, NUMBER).value()).orElseThrow();

        assertThat(bytes).hasSize(15).startsWith(1);
    }

    @Test
    void whatWasSealedOpensForTheSameRootAndRecipientOnly() {
        RecipientTag tag = vault.tag(ADA, NUMBER);
        String sealed = vault.seal(ADA, tag, NUMBER);

        assertThat(vault.open(ADA, tag, sealed)).isEqualTo(NUMBER);
        refused(() -> vault.open(BOB, tag, sealed));
        refused(() -> vault.open(ADA, vault.tag(ADA, OTHER), sealed));
        refused(() -> vault.openText(ADA, tag, sealed));
        refused(() -> vault.open(ADA, tag, vault.sealText(ADA, tag, NUMBER.e164())));
        refused(() -> new MasterVault(Secrets.masters(8), Secrets.RANDOM).open(ADA, tag, sealed));
    }

    @Test
    void everyChangedBitIsRefused() {
        RecipientTag tag = vault.tag(ADA, NUMBER);
        byte[] sealed = Base64.getUrlDecoder().decode(vault.seal(ADA, tag, NUMBER));
        for (int bit = 0; bit < sealed.length * Byte.SIZE; bit++) {
            byte[] changed = sealed.clone();
            changed[bit / Byte.SIZE] ^= (byte) (1 << (bit % Byte.SIZE));

            refused(
                    () ->
                            vault.open(
                                    ADA,
                                    tag,
                                    Base64.getUrlEncoder()
                                            .withoutPadding()
                                            .encodeToString(changed)));
        }
        refused(() -> vault.open(ADA, tag, ""));
        refused(() -> vault.open(ADA, tag, "not base64!"));
    }

    @Test
    void theSameNumberNeverSealsTheSameWayTwice() {
        RecipientTag tag = vault.tag(ADA, NUMBER);
        Set<String> sealed = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            sealed.add(vault.seal(ADA, tag, NUMBER));
        }

        assertThat(sealed).hasSize(1000);
    }

    @Test
    void aTextComesBackWhateverItsLength() {
        RecipientTag tag = vault.tag(ADA, NUMBER);
        for (String text :
                new String[] {"", "a", "été 🙂", "{\"kind\":\"a\"}", "x".repeat(500_000)}) {
            assertThat(vault.openText(ADA, tag, vault.sealText(ADA, tag, text))).isEqualTo(text);
        }
    }

    @Test
    void aLongTextIsCompressedAndAShortOneDoesNotGrow() {
        RecipientTag tag = vault.tag(ADA, NUMBER);
        String detail = "{\"code\":\"quiet-hours\",\"outcome\":\"defer\"}".repeat(50);

        assertThat(vault.sealText(ADA, tag, detail).length()).isLessThan(detail.length() / 4);
        int overhead = 1 + 1 + 12 + 16;
        assertThat(Base64.getUrlDecoder().decode(vault.sealText(ADA, tag, "abc")))
                .hasSize("abc".length() + overhead);
    }

    @Test
    void aHashIsTwentyTwoCharactersAndDiffersByRoot() {
        assertThat(vault.hash(ADA, "key")).hasSize(22).isEqualTo(vault.hash(ADA, "key"));
        assertThat(Set.of(vault.hash(ADA, "key"), vault.hash(BOB, "key"), vault.hash(ADA, "kez")))
                .hasSize(3);
    }

    private static void refused(ThrowingCallable opening) {
        assertThatThrownBy(opening)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("650");
    }
}
