package io.sendgate.wire.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sendgate.account.AccountId;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.contact.RecipientTag;
import io.sendgate.ledger.IdPrefix;
import io.sendgate.ledger.Ref;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Base64;
import java.util.List;

final class RotationTest {

    private static final AccountId ADA = new AccountId("acct_ada");
    private static final PhoneNumber NUMBER = new PhoneNumber("+16505551234");
    private static final MasterKey OLD = Secrets.key(1, 1);
    private static final MasterKey NEW = Secrets.key(2, 2);
    private static final MasterKey OLD_SEAL = Secrets.key(1, 3);
    private static final MasterKey NEW_SEAL = Secrets.key(2, 4);
    private static final Masters BEFORE = new Masters(OLD, OLD_SEAL);
    private static final Masters DURING =
            new Masters(OLD, OLD_SEAL, List.of(NEW), List.of(NEW_SEAL));
    private static final Masters AFTER =
            new Masters(NEW, NEW_SEAL, List.of(OLD), List.of(OLD_SEAL));

    private final MasterVault before = vault(BEFORE);
    private final MasterVault after = vault(AFTER);
    private final RecipientTag tag = before.tag(ADA, NUMBER);

    private static MasterVault vault(Masters masters) {
        return new MasterVault(masters, Secrets.RANDOM);
    }

    @Test
    void whatWasSealedBeforeOpensAfterwardsAndWhatIsSealedInBetweenEverywhere() {
        String sealed = before.seal(ADA, tag, NUMBER);
        assertThat(after.open(ADA, tag, sealed)).isEqualTo(NUMBER);
        assertThat(vault(DURING).open(ADA, tag, after.seal(ADA, tag, NUMBER))).isEqualTo(NUMBER);
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> vault(new Masters(NEW, NEW_SEAL)).open(ADA, tag, sealed));
    }

    @Test
    void theNewKeySealsFromNowOn() {
        assertThat(Base64.getUrlDecoder().decode(after.seal(ADA, tag, NUMBER))[0])
                .isEqualTo((byte) 2);
        assertThat(Base64.getUrlDecoder().decode(before.seal(ADA, tag, NUMBER))[0])
                .isEqualTo((byte) 1);
    }

    @Test
    void newPeopleAreTaggedWithTheNewKeyAndTheFirstTagIsStillKnown() {
        assertThat(after.tag(ADA, NUMBER)).isNotEqualTo(tag);
        assertThat(after.firstTag(ADA, NUMBER)).contains(tag);
        assertThat(vault(DURING).tag(ADA, NUMBER)).isEqualTo(tag);
        assertThat(vault(DURING).firstTag(ADA, NUMBER)).contains(tag);
        assertThat(before.firstTag(ADA, NUMBER)).isEmpty();
    }

    @Test
    void idsHashesAndBlocksStayAsTheyWere() {
        String id =
                new MaskedIds(BEFORE).mint(IdPrefix.AUTH, Instant.EPOCH, tag, new Ref.Numbered(7));
        assertThat(new MaskedIds(AFTER).locate(IdPrefix.AUTH, id)).isPresent();
        assertThat(after.hash(ADA, "SM1")).isEqualTo(before.hash(ADA, "SM1"));
        assertThat(after.platformTag(NUMBER)).isEqualTo(before.platformTag(NUMBER));
    }

    @Test
    void keysAreReadAsTheyWereWritten() {
        assertThat(Masters.parse(AFTER.toJson())).isEqualTo(AFTER);
        assertThat(Masters.parse(BEFORE.toJson())).isEqualTo(BEFORE);
        assertThat(AFTER.toString())
                .doesNotContain(Base64.getEncoder().encodeToString(OLD.secret()));
    }

    @Test
    void theCheckStaysAndEveryKeyHasOneOfItsOwn() {
        assertThat(AFTER.check()).isEqualTo(BEFORE.check());
        assertThat(AFTER.checks())
                .containsOnlyKeys("sealing-1", "sealing-2", "tagging-1", "tagging-2")
                .containsAllEntriesOf(BEFORE.checks());
    }

    @Test
    void twoKeysWithOneIdAreRefused() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(
                        () -> new Masters(OLD, OLD_SEAL, List.of(Secrets.key(1, 9)), List.of()));
    }
}
