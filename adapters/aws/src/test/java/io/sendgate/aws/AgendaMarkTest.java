package io.sendgate.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.sendgate.contact.RecipientTag;

import org.junit.jupiter.api.Test;

import java.time.Instant;

class AgendaMarkTest {

    private static final RecipientTag TAG = new RecipientTag("04AB3DEFGH5JKMNPQRSTVWXY");

    @Test
    void aMarkIsReadBackFromItsKeyWhateverItPointsAt() {
        AgendaMark hold = new AgendaMark(TAG, Instant.parse("2026-11-22T14:00:00Z"), "N#1a#wait-2");

        assertThat(hold.key())
                .isEqualTo("2026-11-22T14:00:00.000Z#04AB3DEFGH5JKMNPQRSTVWXY#N#1a#wait-2");
        assertThat(AgendaMark.of(hold.key())).isEqualTo(hold);
    }

    @Test
    void whatIsDueWithinAMillisecondIsNeverMarkedBeforeIt() {
        AgendaMark mark =
                new AgendaMark(TAG, Instant.parse("2026-11-22T14:00:00.000000001Z"), "S#1");

        assertThat(mark.due()).isEqualTo("2026-11-22T14:00:00.001Z");
    }

    @Test
    void allMarksOfARecipientAreOnOneShard() {
        AgendaMark one = new AgendaMark(TAG, Instant.EPOCH, "S#1");
        AgendaMark other = new AgendaMark(TAG, Instant.EPOCH.plusSeconds(1), "S#2");

        assertThat(one.shard()).isEqualTo(other.shard()).isBetween(0, AgendaMark.SHARDS - 1);
    }
}
