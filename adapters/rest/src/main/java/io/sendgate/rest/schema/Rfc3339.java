package io.sendgate.rest.schema;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Instants and dates as RFC 3339 writes them.
public final class Rfc3339 {

    private static final Pattern INSTANT =
            Pattern.compile(
                    "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final int LONGEST = 40;
    private static final int LAST_YEAR = 9999;

    private Rfc3339() {}

    /// The instant that `text` spells, with an offset; empty for anything else.
    ///
    /// Instants that UTC would put outside the years 0 to 9999 cannot be answered and are none.
    public static Optional<Instant> instant(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        if (upper.length() > LONGEST || !INSTANT.matcher(upper).matches()) {
            return Optional.empty();
        }
        try {
            Instant instant = OffsetDateTime.parse(upper).toInstant();
            int year = instant.atOffset(ZoneOffset.UTC).getYear();
            return year >= 0 && year <= LAST_YEAR ? Optional.of(instant) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// The date that `text` spells, `2028-12-31`; empty for anything else.
    public static Optional<LocalDate> date(String text) {
        if (!DATE.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
