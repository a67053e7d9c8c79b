package io.sendgate.wire.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sendgate.gate.FactsUnavailable;
import io.sendgate.standing.CaseEntry;

import org.junit.jupiter.api.Test;

final class CaseCodecTest {
    private final CaseCodec codec = new CaseCodec();

    @Test
    void everyLineIsReadAsItWasWritten() {
        for (long seed = 0; seed < 500; seed++) {
            CaseEntry entry = new Invented(seed, false).a(CaseEntry.class);

            assertThat(codec.read(codec.write(entry))).as("seed %d", seed).isEqualTo(entry);
        }
    }

    @Test
    void aLineThatCannotBeReadIsNotQuoted() {
        assertThatThrownBy(() -> codec.read("{\"kind\":\"secret\"}"))
                .isInstanceOf(FactsUnavailable.class)
                .message()
                .doesNotContain("secret");
    }
}
