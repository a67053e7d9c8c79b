package io.sendgate.wire.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.sendgate.decision.Fix;
import io.sendgate.gate.FactsUnavailable;
import io.sendgate.ledger.Detail;
import io.sendgate.message.Media;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

final class DetailCodecTest {
    private final DetailCodec codec = new DetailCodec();

    @Test
    void everyKindOfDetailIsReadAsItWasWrittenToTheNanosecond() {
        for (Class<?> kind : Detail.class.getPermittedSubclasses()) {
            for (long seed = 0; seed < 1000; seed++) {
                Detail detail = (Detail) new Invented(seed, true).a(kind);

                assertThat(codec.read(codec.write(detail)))
                        .as("%s, seed %d", kind, seed)
                        .isEqualTo(detail);
            }
        }
    }

    @Test
    void everyKindOfFixKeepsItsKind() throws Exception {
        ObjectMapper mapper = StoredJson.recordMapper().build();
        for (Class<?> kind : Fix.class.getPermittedSubclasses()) {
            Fix fix = (Fix) new Invented(7, true).a(kind);

            assertThat(mapper.readValue(mapper.writeValueAsString(fix), Fix.class)).isEqualTo(fix);
        }
        assertThat(mapper.writeValueAsString(new Fix.AwaitOptIn()))
                .isEqualTo("{\"kind\":\"await-opt-in\"}");
    }

    @Test
    void scannedAndFoundHarmlessIsNotTheSameAsNeverScanned() throws Exception {
        Media harmless = new Media("image/png", Optional.empty(), Optional.of(List.of()));
        Media unscanned = new Media("image/png", Optional.empty(), Optional.empty());

        assertThat(read(write(harmless))).isEqualTo(harmless);
        assertThat(read(write(unscanned))).isEqualTo(unscanned);
    }

    private static String write(Media media) throws Exception {
        return StoredJson.recordMapper().build().writeValueAsString(media);
    }

    private static Media read(String text) throws Exception {
        return StoredJson.recordMapper().build().readValue(text, Media.class);
    }

    @Test
    void whatCannotBeReadIsNeverQuoted() {
        String text = "{\"kind\":\"authorization\",\"request\":{\"to\":\"650 555 1234\"}}";

        assertThatThrownBy(() -> codec.read(text))
                .isInstanceOf(FactsUnavailable.class)
                .hasMessageContaining("/request/to")
                .hasMessageNotContaining("650")
                .hasNoCause();
    }
}
