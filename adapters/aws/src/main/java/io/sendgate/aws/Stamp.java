package io.sendgate.aws;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;

/// Instants as the store keeps them: text that sorts as time does.
///
/// Always with milliseconds, `2026-11-22T14:00:00.000Z`, and with more digits only where an
/// instant has them; [Instant#parse] reads it.
final class Stamp {

    private static final DateTimeFormatter FORM =
            new DateTimeFormatterBuilder()
                    .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
                    .appendFraction(ChronoField.NANO_OF_SECOND, 3, 9, true)
                    .appendLiteral('Z')
                    .toFormatter()
                    .withZone(ZoneOffset.UTC);

    private Stamp() {}

    /// The text of an instant.
    static String of(Instant instant) {
        return FORM.format(instant);
    }
}
