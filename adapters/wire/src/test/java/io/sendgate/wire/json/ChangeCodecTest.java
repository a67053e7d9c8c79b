package io.sendgate.wire.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sendgate.gate.FactsUnavailable;
import io.sendgate.ledger.Change;

import org.junit.jupiter.api.Test;

import java.util.List;

final class ChangeCodecTest {
    private final ChangeCodec codec = new ChangeCodec();

    @Test
    void everyKindOfChangeIsReadAsItWasWritten() {
        for (Class<?> kind : Change.class.getPermittedSubclasses()) {
            for (long seed = 0; seed < 100; seed++) {
                List<Change> changes = List.of((Change) new Invented(seed, true).a(kind));

                assertThat(codec.read(codec.write(changes)))
                        .as("%s, seed %d", kind, seed)
                        .isEqualTo(changes);
            }
        }
    }

    @Test
    void aChangeNamesItsKindInWordsWithHyphens() {
        assertThat(codec.write(List.of(new Change.HoldCancelled("auth_1"), new Change.Erased())))
                .isEqualTo(
                        "[{\"kind\":\"hold-cancelled\",\"id\":\"auth_1\"},{\"kind\":\"erased\"}]");
    }

    @Test
    void aNewerMemberIsIgnored() {
        assertThat(codec.read("[{\"kind\":\"hold-cancelled\",\"id\":\"auth_1\",\"by\":\"x\"}]"))
                .containsExactly(new Change.HoldCancelled("auth_1"));
    }

    @Test
    void aNewerKindIsLeftOutOnlyByThoseWhoSaySo() {
        String text = "[{\"kind\":\"teleported\",\"to\":\"Mars\"},{\"kind\":\"erased\"}]";

        assertThat(codec.readKnown(text)).containsExactly(new Change.Erased());
        assertThatThrownBy(() -> codec.read(text))
                .isInstanceOf(FactsUnavailable.class)
                .hasMessageNotContaining("Mars");
    }
}
