package io.sendgate.wire.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.sendgate.gate.FactsUnavailable;
import io.sendgate.ledger.RecipientState;

import org.junit.jupiter.api.Test;

import java.util.Map;

final class StateCodecTest {
    private final StateCodec codec = new StateCodec();

    @Test
    void everyStateIsReadAsItWasWritten() {
        for (long seed = 0; seed < 2000; seed++) {
            RecipientState state = new Invented(seed, false).a(RecipientState.class);

            assertThat(codec.read(codec.write(state))).as("seed %d", seed).isEqualTo(state);
        }
    }

    @Test
    void nothingKnownIsNextToNothingWritten() {
        assertThat(codec.write(RecipientState.UNKNOWN)).isEqualTo("{\"format\":1,\"where\":{}}");
        assertThat(codec.read("{\"format\":1,\"where\":{}}")).isEqualTo(RecipientState.UNKNOWN);
    }

    @Test
    void anOlderVersionCarriesANewerMemberOverUntouched() throws Exception {
        String newer =
                "{\"format\":1,\"where\":{},\"reach\":[{\"d\":1.10,\"s\":[null,{}]}],\"a"
                        + " b\":\"x\"}";

        RecipientState read = codec.read(newer);

        assertThat(read.extra())
                .isEqualTo(Map.of("reach", "[{\"d\":1.10,\"s\":[null,{}]}]", "a b", "\"x\""));
        ObjectMapper mapper = new ObjectMapper();
        String written = codec.write(read.draft().done());
        assertThat(mapper.readTree(written)).isEqualTo(mapper.readTree(newer));
        assertThat(written).contains("1.10");
    }

    @Test
    void anAccountIsSpeltOnceHoweverOftenItIsNamed() {
        String text = codec.write(States.atTheBoundOfAllows());

        assertThat(text.split("acct_adaplumbing", -1)).hasSize(2);
    }

    @Test
    void aTypicalStateStaysUnderOneKilobyte() {
        assertThat(codec.write(States.typical()).length()).isLessThanOrEqualTo(1024);
    }

    @Test
    void twoHundredAllowsStayUnderFortyKilobytes() {
        assertThat(codec.write(States.atTheBoundOfAllows()).length())
                .isLessThanOrEqualTo(40 * 1024);
    }

    @Test
    void everyBoundAtOnceStaysFarFromWhatAnItemMayHold() {
        assertThat(codec.write(States.atEveryBound()).length()).isLessThanOrEqualTo(80 * 1024);
    }

    @Test
    void anotherFormatIsRefusedAndSoIsRubbish() {
        for (String text :
                new String[] {"{\"format\":2,\"where\":{}}", "{\"where\":{}}", "[]", "{", ""}) {
            assertThatThrownBy(() -> codec.read(text))
                    .as(text)
                    .isInstanceOf(FactsUnavailable.class);
        }
    }

    @Test
    void whatCannotBeReadIsNamedByItsPlaceAndNeverQuoted() {
        String text = "{\"format\":1,\"where\":{},\"optOuts\":[{\"scope\":\"+16505551234\"}]}";

        assertThatThrownBy(() -> codec.read(text))
                .isInstanceOf(FactsUnavailable.class)
                .hasMessageContaining("/optOuts/0/scope")
                .hasMessageNotContaining("650")
                .hasNoCause();
    }

    @Test
    void anUnknownMemberFurtherDownIsRefusedRatherThanDropped() {
        String text = "{\"format\":1,\"where\":{\"planet\":\"Mars\"}}";

        assertThatThrownBy(() -> codec.read(text)).isInstanceOf(FactsUnavailable.class);
    }
}
