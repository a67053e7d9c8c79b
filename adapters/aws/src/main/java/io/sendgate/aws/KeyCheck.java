package io.sendgate.aws;

import io.sendgate.account.PlatformState;
import io.sendgate.wire.keys.Masters;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Whether a suite's master keys are those that its data was written with.
///
/// The platform's first entry holds a check value that gives nothing away. With other keys no
/// recipient would be found again, and so no opt-out: a suite must not start on them.
public final class KeyCheck {

    private static final String MEMBER = "keys";

    private final AccountStore store;
    private final String expected;

    /// A check of these keys against that store.
    public KeyCheck(AccountStore store, Masters masters) {
        this.store = store;
        this.expected = "\"" + masters.check() + "\"";
    }

    /// Passes where the store knows these keys, or none yet.
    ///
    /// @throws IllegalStateException where it knows others
    /// @throws io.sendgate.gate.FactsUnavailable where it cannot be reached
    public void verify() {
        verify(store.platform());
    }

    /// Binds the store to these keys where it knows none yet, then passes as [#verify] does.
    ///
    /// @param at business time
    /// @throws IllegalStateException where it knows others
    /// @throws io.sendgate.gate.FactsUnavailable where it cannot be reached
    public void bind(Instant at) {
        PlatformState platform = store.platform();
        while (known(platform).isEmpty()) {
            PlatformState bound = bound(platform);
            platform = store.append(bound, "keys-bound", at).orElse(bound);
        }
        verify(platform);
    }

    private void verify(PlatformState platform) {
        if (known(platform).filter(check -> !check.equals(expected)).isPresent()) {
            throw new IllegalStateException(
                    "the master keys are not those that this suite's data was written with");
        }
    }

    private PlatformState bound(PlatformState platform) {
        Map<String, String> extra = new HashMap<>(platform.extra());
        extra.put(MEMBER, expected);
        return new PlatformState(
                platform.entry() + 1,
                platform.published(),
                platform.blockedTags(),
                platform.sendsClosed(),
                platform.banned(),
                extra);
    }

    private static Optional<String> known(PlatformState platform) {
        return Optional.ofNullable(platform.extra().get(MEMBER));
    }
}
