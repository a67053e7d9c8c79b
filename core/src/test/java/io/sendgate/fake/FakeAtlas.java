package io.sendgate.fake;

import io.sendgate.contact.PhoneNumber;
import io.sendgate.gate.Atlas;
import io.sendgate.ledger.Whereabouts;

import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/// A world in which every number is in Chicago unless the record says otherwise.
public final class FakeAtlas implements Atlas {

    @Override
    public Set<ZoneId> zones(PhoneNumber number, Whereabouts known) {
        return Set.of(known.timezone().orElse(ZoneId.of("America/Chicago")));
    }

    @Override
    public Optional<String> country(PhoneNumber number) {
        return number.isNorthAmerican() ? Optional.of("US") : Optional.empty();
    }

    @Override
    public Set<String> regions(PhoneNumber number, Whereabouts known) {
        return known.region().map(Set::of).orElse(Set.of("IL"));
    }
}
