package io.sendgate.wire.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber;

import io.sendgate.contact.PhoneNumber;
import io.sendgate.gate.Atlas;
import io.sendgate.ledger.Whereabouts;

import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/// The atlas over libphonenumber's numbering plans, and over tables made of its data.
///
/// An exchange proves nothing, numbers are ported: in North America every zone of any exchange of
/// the area code counts, and an area code that belongs to no place counts everywhere on the
/// continent. The tables are read at first use.
public final class NumberAtlas implements Atlas {
    private static final String NO_COUNTRY = "001";

    private static final class Tables {
        static final Zones ZONES = new Zones();
        static final Regions REGIONS = new Regions();
    }

    /// {@inheritDoc}
    ///
    /// Where the number belongs to no place, a region or postal code on record speaks; where that
    /// cannot be placed either, every zone the number may be used in counts.
    @Override
    public Set<ZoneId> zones(PhoneNumber number, Whereabouts known) {
        if (known.timezone().isPresent()) {
            return Set.of(known.timezone().get());
        }
        Set<ZoneId> ofNumber = Tables.ZONES.ofNumber(number);
        if (Tables.ZONES.hasPlace(number)) {
            return ofNumber;
        }
        Set<String> regions = Tables.REGIONS.onRecord(number, known);
        Set<ZoneId> ofRecord = Tables.ZONES.ofRegions(regions, known.country());
        return ofRecord.isEmpty() ? ofNumber : ofRecord;
    }

    @Override
    public Optional<String> country(PhoneNumber number) {
        try {
            PhoneNumberUtil library = PhoneNumberUtil.getInstance();
            Phonenumber.PhoneNumber parsed = library.parse(number.e164(), null);
            return Optional.ofNullable(library.getRegionCodeForNumber(parsed))
                    .or(
                            () ->
                                    Optional.of(
                                            library.getRegionCodeForCountryCode(
                                                    parsed.getCountryCode())))
                    .filter(country -> country.length() == 2 && !country.equals(NO_COUNTRY));
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /// {@inheritDoc}
    ///
    /// The region on record speaks alone, then the postal code on record, then the area code: all
    /// the states and provinces it lies in. Only the US and Canada have regions.
    @Override
    public Set<String> regions(PhoneNumber number, Whereabouts known) {
        Set<String> onRecord = Tables.REGIONS.onRecord(number, known);
        return onRecord.isEmpty() ? Tables.REGIONS.ofNumber(number) : onRecord;
    }
}
