package io.sendgate.rest.schema;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Durations as ISO 8601 writes them: weeks, days, hours, minutes and seconds.
///
/// Months and years have no fixed length and are refused; a leading minus counts backwards.
public final class IsoDuration {

    private static final Pattern WEEKS = Pattern.compile("(-?)P(\\d{1,6})W");
    private static final Pattern TIME =
            Pattern.compile(
                    "-?P(?=[T\\d])(\\d{1,7}D)?"
                            + "(T(?=\\d)(\\d{1,9}H)?(\\d{1,11}M)?(\\d{1,12}(\\.\\d{1,9})?S)?)?");
    private static final int LONGEST = 64;
    private static final int DAYS_A_WEEK = 7;

    private IsoDuration() {}

    /// The duration that `text` spells; empty for anything else.
    public static Optional<Duration> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher weeks = WEEKS.matcher(text);
        if (weeks.matches()) {
            Duration length = Duration.ofDays(Long.parseLong(weeks.group(2)) * DAYS_A_WEEK);
            return Optional.of(weeks.group(1).isEmpty() ? length : length.negated());
        }
        if (!TIME.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
