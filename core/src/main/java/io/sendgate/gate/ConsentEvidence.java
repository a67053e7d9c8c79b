package io.sendgate.gate;

import io.sendgate.consent.Scope;
import io.sendgate.contact.Channel;
import io.sendgate.decision.PolicyRef;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Everything that is needed to defend a consent.
///
/// @param businessName the name of the account that captured it, as it is today
/// @param policy the account's policy in the version that was in force when it was recorded
/// @param confirmedAt when the person confirmed a double opt-in
/// @param optOuts what the person has said since, oldest first, for the whole family
public record ConsentEvidence(
        ConsentRecord consent,
        String businessName,
        PolicyRef policy,
        Optional<Instant> confirmedAt,
        List<OptOutSince> optOuts) {

    /// Copies the list, so that evidence never changes.
    public ConsentEvidence {
        optOuts = List.copyOf(optOuts);
    }

    /// An opt-out that was recorded after the consent.
    ///
    /// @param channel what it is limited to; empty for every channel
    /// @param at when the person said so
    public record OptOutSince(
            Scope scope, Optional<Channel> channel, Instant at, Instant recordedAt, String via) {}
}
