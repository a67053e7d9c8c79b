package io.sendgate.rest.web;

import io.sendgate.contact.Term;
import io.sendgate.rest.problem.Problem;
import io.sendgate.rest.problem.ProblemException;
import io.sendgate.rest.schema.Rfc3339;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/// Query and path parameters as values. Each method throws 400 `invalid-parameter` for rubbish.
///
/// A `+` that nobody encoded has become a space on its way; it is taken for what it was.
public final class Parameters {

    private Parameters() {}

    /// A parameter that must be there.
    ///
    /// @throws ProblemException where it is missing or empty
    public static String required(String name, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw Problem.invalidParameter(name, "is missing").toException();
        }
        return text;
    }

    /// A number as text, its `+` restored.
    ///
    /// @throws ProblemException where it is missing or empty
    public static String number(String name, @Nullable String text) {
        String given = required(name, text);
        return given.startsWith(" ") ? "+" + given.strip() : given;
    }

    /// An instant, or a day, which stands for its beginning in UTC; empty where there is none.
    ///
    /// @throws ProblemException where it is neither
    public static Optional<Instant> instant(String name, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        String given = text.strip().replace(' ', '+');
        return Rfc3339.instant(given)
                .or(
                        () ->
                                Rfc3339.date(given)
                                        .map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant()))
                .or(
                        () -> {
                            throw Problem.invalidParameter(
                                            name, "must be an instant in RFC 3339, or a day")
                                    .toException();
                        });
    }

    /// A word of the contract; empty where there is none.
    ///
    /// @throws ProblemException where it is no word of that kind
    public static <T extends Enum<T> & Term> Optional<T> term(
            String name, Class<T> type, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(
                Term.parse(type, text)
                        .orElseThrow(
                                () ->
                                        Problem.invalidParameter(
                                                        name, "must be one of " + words(type))
                                                .toException()));
    }

    private static <T extends Enum<T> & Term> String words(Class<T> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(Term::term)
                .collect(Collectors.joining(", "));
    }
}
