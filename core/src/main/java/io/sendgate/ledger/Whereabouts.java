package io.sendgate.ledger;

import java.time.ZoneId;
import java.util.Optional;

/// Where the recipient is, as far as it is on record.
///
/// @param country ISO 3166 alpha-2
/// @param region the subdivision's letters, `FL`
public record Whereabouts(
        Optional<ZoneId> timezone,
        Optional<String> country,
        Optional<String> region,
        Optional<String> postalCode) {

    /// Nothing on record.
    public static final Whereabouts UNKNOWN =
            new Whereabouts(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
