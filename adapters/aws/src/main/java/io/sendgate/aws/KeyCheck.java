package io.sendgate.aws;

import com.fasterxml.jackson.databind.JsonNode;

import io.sendgate.account.PlatformState;
import io.sendgate.wire.json.SendgateJson;
import io.sendgate.wire.keys.Masters;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/// Whether a suite's master keys are those that its data was written with.
///
/// The platform's first entry holds a check value that gives nothing away. With other keys no
/// recipient would be found again, and so no opt-out: a suite must not start on them.
public final class KeyCheck {

    private static final String FIRST = "keys";
    private static final String RING = "ring";

    private final AccountStore store;
    private final String first;
    private final Map<String, String> ring;

    /// A check of these keys against that store.
    public KeyCheck(AccountStore store, Masters masters) {
        this.store = store;
        this.first = "\"" + masters.check() + "\"";
        this.ring = masters.checks();
    }

    /// Passes where the store knows these keys, some of them or none yet.
    ///
    /// @throws IllegalStateException where it knows others, or one that is not among these
    /// @throws io.sendgate.gate.FactsUnavailable where it cannot be reached
    public void verify() {
        verified(store.platform());
    }

    /// Binds the store to those of these keys that it does not know yet, where [#verify] passes.
    ///
    /// @param at business time
    /// @throws IllegalStateException as [#verify]
    /// @throws io.sendgate.gate.FactsUnavailable where it cannot be reached
    public void bind(Instant at) {
        new PlatformLedger(store).change("keys-bound", at, state -> bound(verified(state)));
    }

    private PlatformState bound(PlatformState state) {
        return known(state).equals(ring)
                ? state
                : state.withExtra(Map.of(FIRST, first, RING, SendgateJson.write(ring)));
    }

    private PlatformState verified(PlatformState state) {
        boolean others = !state.extra().getOrDefault(FIRST, first).equals(first);
        if (others || !ring.entrySet().containsAll(known(state).entrySet())) {
            throw new IllegalStateException(
                    "the master keys are not those that this suite's data was written with");
        }
        return state;
    }

    private static Map<String, String> known(PlatformState state) {
        Map<String, String> known = new TreeMap<>();
        SendgateJson.readLenient(
                        state.extra().getOrDefault(RING, "{}").getBytes(StandardCharsets.UTF_8),
                        JsonNode.class)
                .properties()
                .forEach(key -> known.put(key.getKey(), key.getValue().asText()));
        return known;
    }
}
