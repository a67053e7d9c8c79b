package io.sendgate.rest.problem;

import java.util.Arrays;
import java.util.Optional;

/// What may be logged of a failure: its classes and the place in our own code, never its message.
///
/// Messages may quote the request, and the request may hold a number or a text.
final class Trace {

    private static final int DEEPEST = 4;

    private Trace() {}

    static String of(Throwable thrown) {
        StringBuilder text = new StringBuilder(thrown.getClass().getName());
        ownPlace(thrown).ifPresent(place -> text.append(" at ").append(place));
        Throwable cause = thrown.getCause();
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            text.append(" caused by ").append(cause.getClass().getName());
            cause = cause.getCause();
        }
        return text.toString();
    }

    private static Optional<StackTraceElement> ownPlace(Throwable thrown) {
        StackTraceElement[] places = thrown.getStackTrace();
        return Arrays.stream(places)
                .filter(place -> place.getClassName().startsWith("io.sendgate."))
                .findFirst()
                .or(() -> Arrays.stream(places).findFirst());
    }
}
