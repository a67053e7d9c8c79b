package io.sendgate.wire.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sendgate.account.AccountId;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.contact.RecipientTag;
import io.sendgate.ledger.IdMint.Located;
import io.sendgate.ledger.IdPrefix;
import io.sendgate.ledger.Ref;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

final class MaskedIdsTest {
    private static final Instant AT = Instant.parse("2026-11-21T12:00:00.123Z");
    private static final int TIME_CHARACTERS = 9;
    private static final Masters MASTERS = Secrets.masters(1);

    private final MaskedIds ids = new MaskedIds(MASTERS);
    private final Random random = new Random(5);

    private static RecipientTag tag(int line) {
        return new MasterVault(MASTERS, Secrets.RANDOM)
                .tag(new AccountId("acct_ada"), new PhoneNumber("+1650555" + line));
    }

    private Ref ref() {
        return random.nextBoolean()
                ? new Ref.Numbered(random.nextLong(Long.MAX_VALUE))
                : new Ref.Noted(random.nextLong());
    }

    @Test
    void anIdFindsWhatItNames() {
        for (int i = 0; i < 1000; i++) {
            Ref ref = ref();
            Instant at = AT.plusMillis(random.nextInt());
            IdPrefix prefix = IdPrefix.values()[i % IdPrefix.values().length];

            String id = ids.mint(prefix, at, tag(1000 + i), ref);

            assertThat(id).startsWith(prefix.text()).hasSize(prefix.text().length() + 56);
            assertThat(ids.locate(prefix, id)).contains(new Located(at, tag(1000 + i), ref));
        }
    }

    @Test
    void theEdgesOfBothKindsOfPlaceComeBack() {
        for (Ref ref :
                List.of(
                        new Ref.Numbered(1),
                        new Ref.Numbered(Long.MAX_VALUE),
                        new Ref.Noted(0),
                        new Ref.Noted(-1))) {
            assertThat(ids.locate(IdPrefix.CONS, ids.mint(IdPrefix.CONS, AT, tag(1234), ref)))
                    .map(Located::ref)
                    .contains(ref);
        }
    }

    @Test
    void theSameThingHasTheSameId() {
        assertThat(ids.mint(IdPrefix.AUTH, AT, tag(1234), new Ref.Numbered(7)))
                .isEqualTo(
                        new MaskedIds(MASTERS)
                                .mint(IdPrefix.AUTH, AT, tag(1234), new Ref.Numbered(7)));
    }

    @Test
    void tenThousandMutatedIdsAreRefused() {
        String alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        for (int i = 0; i < 10_000; i++) {
            String id = ids.mint(IdPrefix.AUTH, AT.plusSeconds(i), tag(1000 + i % 9000), ref());
            int place = IdPrefix.AUTH.text().length() + random.nextInt(56);
            char other = alphabet.charAt(random.nextInt(alphabet.length()));
            String mutated = id.substring(0, place) + other + id.substring(place + 1);

            assertThat(ids.locate(IdPrefix.AUTH, mutated).isPresent())
                    .as(mutated)
                    .isEqualTo(mutated.equals(id));
        }
    }

    @Test
    void anIdOfAnotherKindKeyOrFormIsRefused() {
        String id = ids.mint(IdPrefix.AUTH, AT, tag(1234), new Ref.Numbered(7));
        String body = id.substring(5);

        assertThat(new MaskedIds(Secrets.masters(8)).locate(IdPrefix.AUTH, id)).isEmpty();
        for (String other :
                List.of(
                        "cons_" + body,
                        body,
                        "",
                        "auth_",
                        id + "0",
                        id.substring(0, id.length() - 1),
                        "auth_" + body.toLowerCase(java.util.Locale.ROOT),
                        " " + id)) {
            assertThat(ids.locate(IdPrefix.AUTH, other)).as(other).isEmpty();
            assertThat(ids.locate(IdPrefix.CONS, other)).as(other).isEmpty();
        }
    }

    @Test
    void idsSortByTheirTime() {
        List<String> minted = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            minted.add(ids.mint(IdPrefix.AUTH, AT.plusMillis(i * 37L), tag(1000 + i), ref()));
        }

        assertThat(minted).isSorted();
    }

    @Test
    void twoIdsOfOnePersonShareNothingButTheirTime() {
        int trials = 2000;
        int[] same = new int[56];
        for (int i = 0; i < trials; i++) {
            String one = ids.mint(IdPrefix.AUTH, AT, tag(1234), new Ref.Numbered(2L * i + 1));
            String other = ids.mint(IdPrefix.AUTH, AT, tag(1234), new Ref.Numbered(2L * i + 2));
            for (int place = 0; place < same.length; place++) {
                same[place] += one.charAt(place + 5) == other.charAt(place + 5) ? 1 : 0;
            }
        }

        // By chance two characters of 32 agree once in 32 times; ten standard deviations above is
        // proof.
        double chance = trials / 32.0;
        for (int place = TIME_CHARACTERS + 1; place < same.length; place++) {
            assertThat(same[place])
                    .as("place %d", place)
                    .isLessThan((int) (chance + 10 * Math.sqrt(chance)));
        }
    }

    @Test
    void aTimeBefore1970OrATagOfNobodyIsRefused() {
        assertThatThrownBy(
                        () ->
                                ids.mint(
                                        IdPrefix.AUTH,
                                        Instant.parse("1969-12-31T23:59:59Z"),
                                        tag(1234),
                                        new Ref.Numbered(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () ->
                                ids.mint(
                                        IdPrefix.AUTH,
                                        AT,
                                        new RecipientTag("U".repeat(24)),
                                        new Ref.Numbered(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
