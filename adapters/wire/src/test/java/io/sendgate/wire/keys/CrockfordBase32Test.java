package io.sendgate.wire.keys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.Random;

final class CrockfordBase32Test {
    @Test
    void bytesComeBackWhateverTheirNumber() {
        Random random = new Random(1);
        for (int length = 0; length < 64; length++) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            String text = CrockfordBase32.encode(bytes);

            assertThat(text).hasSize(CrockfordBase32.length(length));
            assertThat(CrockfordBase32.decode(text))
                    .hasValueSatisfying(read -> assertThat(read).isEqualTo(bytes));
        }
    }

    @Test
    void textsSortAsTheirBytesDo() {
        Random random = new Random(2);
        byte[] one = new byte[7];
        byte[] other = new byte[7];
        for (int i = 0; i < 10_000; i++) {
            random.nextBytes(one);
            random.nextBytes(other);

            assertThat(
                            Integer.signum(
                                    CrockfordBase32.encode(one)
                                            .compareTo(CrockfordBase32.encode(other))))
                    .isEqualTo(Integer.signum(Arrays.compareUnsigned(one, other)));
        }
    }

    @Test
    void aKnownValueIsSpeltAsTheAlphabetSaysItIs() {
        assertThat(CrockfordBase32.encode(new byte[] {0, 1, 2, (byte) 0xFF})).isEqualTo("000G5ZR");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "01I", "0L", "0u", "0U", "ab", "01", "é0", "0 "})
    void whatIsNotSpeltThatWayIsRefused(String text) {
        assertThat(CrockfordBase32.decode(text)).isEmpty();
    }
}
