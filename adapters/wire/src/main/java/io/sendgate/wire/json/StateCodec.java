package io.sendgate.wire.json;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;

import io.sendgate.gate.FactsUnavailable;
import io.sendgate.ledger.RecipientState;

/// A recipient's state as the JSON text that the newest ledger entry carries, `"format": 1`.
///
/// Instants keep their milliseconds and no more. Empty lists and absent members are left out;
/// members of a newer version are carried over untouched.
public final class StateCodec {
    private final CarryingCodec<RecipientState> codec =
            new CarryingCodec<>(
                    StoredJson.mapper()
                            .addModule(new StateModule())
                            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                            .build(),
                    RecipientState.class,
                    "a recipient's state",
                    RecipientState::extra);

    /// The state as text.
    public String write(RecipientState state) {
        return codec.write(state);
    }

    /// The state that `text` spells.
    ///
    /// @throws FactsUnavailable where this version cannot read it; never quotes it
    public RecipientState read(String text) {
        return codec.read(text);
    }
}
