package io.sendgate.decision;

import io.sendgate.account.AccountFacts;
import io.sendgate.ledger.RecipientState;

import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/// Everything a decision rests on, loaded before it is made.
///
/// @param account the sending side
/// @param recipient the receiving side, as the newest ledger entry has it
/// @param zones every zone the recipient may be in; never empty
/// @param country the recipient's country, ISO 3166 alpha-2
/// @param regions every region the recipient may be in, subdivision letters
/// @param platformBlocked whether nobody at all may write to the recipient
/// @param fingerprint hashes of the request's texts, as grants keep them
/// @param pace how the lines stand that the message goes over
public record Facts(
        AccountFacts account,
        RecipientState recipient,
        Set<ZoneId> zones,
        Optional<String> country,
        Set<String> regions,
        boolean platformBlocked,
        Fingerprint fingerprint,
        Pace pace) {

    /// Copies the sets, so that facts never change.
    public Facts {
        zones = Set.copyOf(zones);
        regions = Set.copyOf(regions);
    }

    /// The same facts with the lines standing as they do.
    public Facts at(Pace other) {
        return new Facts(
                account, recipient, zones, country, regions, platformBlocked, fingerprint, other);
    }

    /// Hashes of a request's texts: equal texts have equal hashes, and nothing of them shows.
    public record Fingerprint(
            Optional<String> subject, Optional<String> sequence, Optional<String> body) {}
}
