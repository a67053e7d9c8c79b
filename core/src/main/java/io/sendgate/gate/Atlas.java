package io.sendgate.gate;

import io.sendgate.contact.PhoneNumber;
import io.sendgate.ledger.Whereabouts;

import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/// Where a number may be: the port to numbering plans and time zones.
public interface Atlas {

    /// Every zone the recipient may be in, by the best evidence on record; never empty.
    ///
    /// The own zone on record speaks alone; without one, all zones of the number's area code count.
    Set<ZoneId> zones(PhoneNumber number, Whereabouts known);

    /// The country of a number, ISO 3166 alpha-2; empty where its code belongs to none.
    Optional<String> country(PhoneNumber number);

    /// The region of a number, the subdivision's letters, where its area code lies in one.
    Set<String> regions(PhoneNumber number, Whereabouts known);
}
