package io.sendgate.wire.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;

import io.sendgate.account.AccountState;
import io.sendgate.account.PlatformState;
import io.sendgate.gate.FactsUnavailable;

import java.util.Map;

/// An account's and the platform's state as the JSON text of their ledger entries, `"format": 1`.
///
/// Members of a newer version are carried over untouched.
public final class AccountCodec {
    private final CarryingCodec<AccountState> accounts;
    private final CarryingCodec<PlatformState> platform;

    /// Makes the codec; it has no settings.
    public AccountCodec() {
        ObjectMapper mapper =
                StoredJson.mapper()
                        .addMixIn(AccountState.class, Carried.class)
                        .addMixIn(PlatformState.class, Carried.class)
                        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                        .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                        .build();
        accounts =
                new CarryingCodec<>(
                        mapper, AccountState.class, "an account's state", AccountState::extra);
        platform =
                new CarryingCodec<>(
                        mapper, PlatformState.class, "the platform's state", PlatformState::extra);
    }

    /// An account's state as text.
    public String write(AccountState state) {
        return accounts.write(state);
    }

    /// The platform's state as text.
    public String write(PlatformState state) {
        return platform.write(state);
    }

    /// The account's state that `text` spells.
    ///
    /// @throws FactsUnavailable where this version cannot read it
    public AccountState readAccount(String text) {
        return accounts.read(text);
    }

    /// The platform's state that `text` spells.
    ///
    /// @throws FactsUnavailable where this version cannot read it
    public PlatformState readPlatform(String text) {
        return platform.read(text);
    }

    private interface Carried {
        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
        Map<String, String> extra();
    }
}
